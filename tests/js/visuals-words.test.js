// Visuals read every sentence from their locales/: none stands in their code or markup.
// @ts-check
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { parse } from "acorn";
import { sentencesOf } from "./english.js";

/** @typedef {{[name: string]: any, type: string}} Node of a syntax tree, as ESTree has it */

const VISUALS = new URL("../../static/visuals/", import.meta.url);
const WORDS = /[A-Za-z]+\W? +[A-Za-z]{2,}|^[A-Z][a-z]+\W*$|^ [a-z]{2,}/; // two, or one that begins or ends a sentence
const NO_WORDS = /\n|^#version|system-ui/; // shaders; a list of fonts
const OF_CARD = /^(title|sentence|hint|description|question|labels\..*)$/; // the server reads these
const FORM = /_(zero|one|two|few|many|other)$/; // of a plural

const files = readdirSync(VISUALS, { recursive: true }).map(String);
const modules = files.filter((file) => file.endsWith(".js"));
const visuals = files.flatMap((file) => (file.endsWith("locales/en.json") ? [file.split("/")[0]] : []));

test("no module of a visual has words that a person reads", () => {
  assert.ok(modules.length > 80);
  for (const file of modules) {
    const found = textsIn(tree(file)).filter((text) => WORDS.test(text) && !NO_WORDS.test(text));
    assert.deepEqual(found, [], file);
  }
});

test("the markup of a phone page has no words", () => {
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const markup = read(file);
    assert.doesNotMatch(markup.replace(/<[^>]*>/g, ""), /\w/, file);
    assert.doesNotMatch(markup, /\b(aria-label|alt|placeholder|title)="/, file);
  }
});

for (const visual of visuals) {
  test(`${visual}: every sentence that its code reads is in its locales, and the other way round`, () => {
    const trees = modules.filter((file) => file.startsWith(`${visual}/`)).map(tree);
    const keys = new Set(Object.keys(sentencesOf(visual)).map((key) => key.replace(FORM, "")));
    const asked = trees.flatMap(askedIn);
    for (const key of asked) assert.ok([...keys].some((one) => key.test(one)), `${key} has no sentence`);
    const said = new Set(trees.flatMap(textsIn));
    const idle = [...keys].filter((key) => !OF_CARD.test(key) && !said.has(key) && !asked.some((one) => one.test(key)));
    assert.deepEqual(idle, []);
  });
}

/** @param {string} file */
function read(file) {
  return readFileSync(new URL(file, VISUALS), "utf8");
}

/** @param {string} file @returns {Node} */
function tree(file) {
  return parse(read(file), { ecmaVersion: "latest", sourceType: "module" });
}

/** @param {Node} node @returns {string[]} texts that it holds, but for errors, which are for authors */
function textsIn(node) {
  if (node.type === "NewExpression" && node.callee.name === "Error") return [];
  const own = node.type === "Literal" && typeof node.value === "string" ? [node.value] : [];
  if (node.type === "TemplateElement") own.push(node.value.cooked);
  return [...own, ...childrenOf(node).flatMap(textsIn)];
}

/** @param {Node} node @returns {RegExp[]} keys that it asks for with `t`; a value in a key may be anything */
function askedIn(node) {
  const { callee } = node;
  const isAsked = node.type === "CallExpression" && (callee.name === "t" || callee.property?.name === "t");
  return [...(isAsked ? keysOf(node.arguments[0]) : []), ...childrenOf(node).flatMap(askedIn)];
}

/** @param {Node} node an argument @returns {RegExp[]} */
function keysOf(node) {
  if (node.type === "ConditionalExpression") return [...keysOf(node.consequent), ...keysOf(node.alternate)];
  if (node.type === "Literal") return [pattern([node.value])];
  return node.type === "TemplateLiteral" ? [pattern(node.quasis.map((/** @type {Node} */ { value }) => value.cooked))] : [];
}

/** @param {string[]} parts between them is anything */
function pattern(parts) {
  return new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join(".+")}$`);
}

/** @param {Node} node @returns {Node[]} */
function childrenOf(node) {
  return Object.values(node).flat().filter((child) => typeof child?.type === "string");
}
