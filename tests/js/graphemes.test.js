// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, graphemes, limit } from "../../static/js/shared/graphemes.js";

const FAMILY = "👨‍👩‍👧‍👦";
const FLAG = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"; // of England: seven code points

test("a letter is what a person counts as one", () => {
  assert.deepEqual(graphemes(`a${FAMILY}é🇩🇪`), ["a", FAMILY, "é", "🇩🇪"]);
});

test("no cut falls within a letter", () => {
  assert.equal(cut(`${"x".repeat(71)}🏳️‍🌈`, 72, 1000), `${"x".repeat(71)}🏳️‍🌈`);
  assert.equal(cut(`${"x".repeat(72)}🏳️‍🌈`, 72, 1000), "x".repeat(72));
  assert.equal(cut(FAMILY.repeat(3), 2, 1000), FAMILY.repeat(2));
  assert.equal(cut("short", 72, 1000), "short");
  assert.equal(cut("anything", 0, 1000), "");
});

test("a text takes no more code points than a message may have", () => {
  assert.equal(cut(FAMILY.repeat(200), 200, 1000), FAMILY.repeat(142));
  assert.equal(cut(`${FAMILY}b`, 9, 6), "");
  for (let room = 0; room < 30; room += 1) {
    for (const lead of ["", "a", "ab"]) {
      const kept = cut(lead + FLAG.repeat(9), 99, room);
      assert.ok(kept === lead.slice(0, room) || kept === lead + FLAG.repeat(Math.floor((room - lead.length) / 7)), `${lead} ${room}`);
    }
  }
});

/** A text field, as far as a limit needs one. */
class Field extends EventTarget {
  value = "";
  selectionStart = 0;

  /** @param {string} text typed or pasted @param {number} at units from the start @param {{isComposing?: boolean}} [how] */
  insert(text, at, how = {}) {
    this.value = this.value.slice(0, at) + text + this.value.slice(at);
    this.selectionStart = at + text.length;
    this.dispatchEvent(Object.assign(new Event("input"), how));
  }

  /** @param {number} start */
  setSelectionRange(start) {
    this.selectionStart = start;
  }
}

/** @param {number} letters @param {number} codePoints */
function limited(letters, codePoints) {
  const field = new Field();
  limit(/** @type {any} */ (field), () => [letters, codePoints]);
  return field;
}

test("what is typed or pasted beyond the limit is left out, and what stands there already stays", () => {
  const field = limited(5, 100);
  field.insert(`ab${FAMILY}`, 0);
  field.insert("123456", 1);
  assert.deepEqual([field.value, field.selectionStart], [`a12b${FAMILY}`, 3]);
  field.insert(FAMILY, field.value.length);
  assert.equal(field.value, `a12b${FAMILY}`);
  const narrow = limited(100, 10);
  narrow.insert(FAMILY.repeat(3), 0);
  assert.equal(narrow.value, FAMILY);
});

test("a letter that an input method is composing is left alone until it is done", () => {
  const field = limited(2, 100);
  field.insert("nihao", 0, { isComposing: true });
  assert.equal(field.value, "nihao");
  field.dispatchEvent(new Event("compositionend"));
  assert.equal(field.value, "ni");
});
