// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import * as words from "../../static/js/client/strings.js";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)";
const SEAT = /** @type {const} */ ({ number: 3, colour: "orange", shape: "star", name: "Brave Otter" });
const REASONS = /** @type {const} */ ([
  "room_closed",
  "replaced",
  "full",
  "server_restarting",
  "not_found",
  "misbehaved",
  "left",
  "no_code",
]);

test("a person is told who they are", () => {
  assert.equal(words.figure(SEAT), "the orange star");
  assert.equal(words.joined(SEAT), "Joined. You are the orange star, number 3, Brave Otter.");
});

test("browsers are known by their menus", () => {
  assert.equal(words.familyOf(`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`), "safari");
  assert.equal(words.familyOf(`${IPHONE} CriOS/156.0 Mobile/15E148 Safari/604.1`), "chrome");
  assert.equal(words.familyOf(`${IPHONE} FxiOS/150.0 Mobile/15E148 Safari/605.1.15`), "firefox");
  assert.equal(words.familyOf(`${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`), "chrome");
  assert.equal(words.familyOf(`${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`, true), "brave");
  assert.equal(words.familyOf(`${ANDROID} SamsungBrowser/29.0 Chrome/136.0 Mobile Safari/537.36`), "samsung");
  assert.equal(words.familyOf("Mozilla/5.0 (Android 14; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0"), "firefox");
});

test("an app's own browser is known", () => {
  assert.ok(words.isInApp(`${IPHONE} Mobile/15E148 Instagram 400.0`));
  assert.ok(words.isInApp(`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]`));
  assert.ok(!words.isInApp(`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`));
});

test("each way of having no motion has its own words", () => {
  const said = /** @type {const} */ (["insecure", "denied", "none"]).map((why) => words.noMotion(why, "chrome"));
  assert.equal(new Set(said).size, 3);
  assert.match(said[0], /secure page/);
  assert.match(said[1], /Permissions/);
  assert.match(said[2], /no motion sensor/);
  assert.match(words.noMotion("denied", "safari"), /close this browser completely/);
  assert.equal(words.noMotion("denied", "chrome", true), words.noMotion("denied", "safari"), "WebKit decides on iPhones");
  assert.ok(words.isOnIphone(`${IPHONE} CriOS/156.0 Mobile/15E148 Safari/604.1`));
  assert.ok(!words.isOnIphone(`${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`));
  assert.match(words.noMotion("none", "brave"), /Brave/);
});

test("every way past the warning begins with what stands on the browser's page", () => {
  assert.match(words.stepsPast("safari")[0], /Show Details/);
  for (const family of /** @type {const} */ (["chrome", "samsung", "firefox", "brave"])) {
    assert.match(words.stepsPast(family)[0], /Advanced/);
  }
});

test("every ending says what is and what to do, in its own words", () => {
  const endings = REASONS.map((reason) => words.ending(reason, "KRTP"));
  for (const { title, text, again, ask } of endings) {
    assert.match(title, /[.?]$/);
    assert.match(text, /\.$/);
    assert.ok(again || ask, `nothing can be done after "${title}"`);
  }
  assert.equal(words.ending("not_found", "KRTP").title, "Room KRTP is not open.");
  assert.equal(words.ending("replaced", "KRTP").again, "Use it here");
});

test("states are told apart in words", () => {
  const { RECONNECTING, RESTARTING, DISPLAY_AWAY, DISPLAY_BACK } = words;
  assert.equal(new Set([RECONNECTING, RESTARTING, DISPLAY_AWAY, DISPLAY_BACK]).size, 4);
});

test("nothing is anybody's fault", () => {
  const all = [
    ...Object.values(words).filter((word) => typeof word === "string"),
    words.lost(1),
    words.lost(3),
    ...REASONS.flatMap((reason) => Object.values(words.ending(reason, "KRTP"))),
  ].join(" ");
  assert.doesNotMatch(all, /oops|error|failed|invalid|wrong|!/i);
});

test("the dot follows the round trip", () => {
  assert.deepEqual([8, 200, 900, Infinity].map(words.qualityOf), ["good", "fair", "poor", "poor"]);
});

test("the browsers of apps are known by a rule, and people's own browsers are not among them", () => {
  const webView = `${ANDROID} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36`;
  for (const app of ["GSA/320.0", "Line/14.0", "MicroMessenger/8.0", "Snapchat/12", "[LinkedInApp]", "Teams/1"]) {
    assert.ok(words.isInApp(`${IPHONE} ${app} Mobile/15E148 Safari/604.1`), app);
  }
  assert.ok(words.isInApp(`${IPHONE} Mobile/15E148`), "a bare web view of an app that nobody has listed");
  assert.ok(words.isInApp(webView));
  for (const own of ["Version/18.5", "CriOS/156.0", "FxiOS/150.0", "EdgiOS/140.0", "DuckDuckGo/7", "OPT/5"]) {
    assert.ok(!words.isInApp(`${IPHONE} ${own} Mobile/15E148 Safari/604.1`), own);
  }
  for (const own of ["Chrome/156.0.0.0", "SamsungBrowser/29.0 Chrome/136.0", "Chrome/130.0 EdgA/130.0"]) {
    assert.ok(!words.isInApp(`${ANDROID} ${own} Mobile Safari/537.36`), own);
  }
});

test("steps past a warning on an iPhone hold for every browser's page", () => {
  assert.deepEqual(words.stepsPast("firefox", true), words.stepsPast("chrome", true));
  assert.match(words.stepsPast("chrome", true)[0], /Advanced or Show Details/);
  assert.match(words.stepsPast("safari", true)[0], /^Tap Show Details/);
});
