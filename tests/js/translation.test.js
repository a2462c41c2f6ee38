// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { speak, t, translator } from "../../static/js/shared/translation.js";

test("values stand in their places, as often as a language wants them", () => {
  const say = translator("en", { greeting: "{{name}}, that is {{name}} and {{number}}." });

  assert.equal(say("greeting", { name: "$& Otter", number: 0 }), "$& Otter, that is $& Otter and 0.");
});

test("a count selects among the plural forms that its language has", () => {
  const english = translator("en", { taps_one: "{{count}} tap", taps_other: "{{count}} taps" });
  const forms = { taps_one: "{{count}} нажатие", taps_few: "{{count}} нажатия", taps_many: "{{count}} нажатий" };
  const russian = translator("ru", { ...forms, taps_other: "{{count}} нажатия" });

  assert.deepEqual([0, 1, 2].map((count) => english("taps", { count })), ["0 taps", "1 tap", "2 taps"]);
  assert.deepEqual(
    [1, 2, 5, 21].map((count) => russian("taps", { count })),
    ["1 нажатие", "2 нажатия", "5 нажатий", "21 нажатие"],
  );
});

test("a list is joined as its language joins it", () => {
  const answers = ["Tea", "Milk", "Water"];
  assert.equal(translator("en", { tie: "A tie: {{answers}}." })("tie", { answers }), "A tie: Tea, Milk and Water.");
  assert.equal(translator("de", { tie: "Gleich: {{answers}}." })("tie", { answers }), "Gleich: Tea, Milk und Water.");
});

test("a language without the form that its rules ask for uses the one for everything else", () => {
  assert.equal(translator("en", { taps_other: "{{count}} taps" })("taps", { count: 1 }), "1 taps");
});

test("a key without a sentence is shown, so that somebody sees what is missing", () => {
  assert.equal(translator("en", {})("phone.join"), "phone.join");
});

test("a page speaks the language that it was taught last", () => {
  speak("eo", { "phone.join": "Partopreni" });
  assert.equal(t("phone.join"), "Partopreni");
});
