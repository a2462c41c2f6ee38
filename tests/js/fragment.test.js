// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { refusal } from "../../static/js/phone/own/fragment.js";

/** @param {string} localName @param {Record<string, string>} [attributes] */
function element(localName, attributes = {}) {
  return { localName, attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })) };
}

test("markup, drawings and a visual's own pictures are taken", () => {
  for (const taken of [
    element("button", { id: "bell", class: "button", type: "button", "aria-label": "Bell" }),
    element("input", { type: "range", min: "0", max: "9" }),
    element("use", { href: "#bell" }),
    element("path", { d: "M0 0" }),
    element("img", { src: "pictures/bell-2.svg", alt: "" }),
  ]) {
    assert.equal(refusal(taken), "");
  }
});

test("code, styles and ways out are refused, each with where it belongs", () => {
  for (const name of ["script", "iframe", "object", "embed", "template", "set"]) assert.match(refusal(element(name)), /phone\.js$/);
  for (const name of ["style", "link"]) assert.match(refusal(element(name)), /phone\.css$/);
  for (const name of ["a", "form", "base", "meta"]) assert.match(refusal(element(name)), /leads nowhere else$/);
  assert.equal(refusal(element("b", { onclick: "" })), "onclick on <b> is not taken: listeners go into phone.js");
  assert.equal(refusal(element("b", { style: "" })), "style on <b> is not taken: styles go into phone.css");
});

test("a picture can be of the visual's own folder only", () => {
  for (const src of ["/static/icon.svg", "../lights/preview.svg", "a/../../x.svg", "https://x.org/a.png", "//x.org/a", "data:,", "", "\\\\x\\y"]) {
    assert.match(refusal(element("img", { src })), /visual's folder/, src);
  }
  assert.match(refusal(element("img", { srcset: "a.png 2x" })), /visual's folder/);
  assert.match(refusal(element("use", { "xlink:href": "other.svg#x" })), /visual's folder/);
  assert.match(refusal(element("button", { formaction: "/" })), /visual's folder/);
});
