// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { familyOf, isInApp, isOnIphone } from "../../static/js/client/user-agent.js";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)";

test("browsers are known by their menus", () => {
  assert.equal(familyOf(`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`), "safari");
  assert.equal(familyOf(`${IPHONE} CriOS/156.0 Mobile/15E148 Safari/604.1`), "chrome");
  assert.equal(familyOf(`${IPHONE} FxiOS/150.0 Mobile/15E148 Safari/605.1.15`), "firefox");
  assert.equal(familyOf(`${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`), "chrome");
  assert.equal(familyOf(`${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`, true), "brave");
  assert.equal(familyOf(`${ANDROID} SamsungBrowser/29.0 Chrome/136.0 Mobile Safari/537.36`), "samsung");
  assert.equal(familyOf("Mozilla/5.0 (Android 14; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0"), "firefox");
});

test("an app's own browser is known", () => {
  assert.ok(isInApp(`${IPHONE} Mobile/15E148 Instagram 400.0`));
  assert.ok(isInApp(`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/500.0]`));
  assert.ok(!isInApp(`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`));
});

test("iPhones are known, whatever their browser is called", () => {
  assert.ok(isOnIphone(`${IPHONE} CriOS/156.0 Mobile/15E148 Safari/604.1`));
  assert.ok(!isOnIphone(`${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`));
});

test("the browsers of apps are known by a rule, and people's own browsers are not among them", () => {
  const webView = `${ANDROID} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36`;
  for (const app of ["GSA/320.0", "Line/14.0", "MicroMessenger/8.0", "Snapchat/12", "[LinkedInApp]", "Teams/1"]) {
    assert.ok(isInApp(`${IPHONE} ${app} Mobile/15E148 Safari/604.1`), app);
  }
  assert.ok(isInApp(`${IPHONE} Mobile/15E148`), "a bare web view of an app that nobody has listed");
  assert.ok(isInApp(webView));
  for (const own of ["Version/18.5", "CriOS/156.0", "FxiOS/150.0", "EdgiOS/140.0", "DuckDuckGo/7", "OPT/5"]) {
    assert.ok(!isInApp(`${IPHONE} ${own} Mobile/15E148 Safari/604.1`), own);
  }
  for (const own of ["Chrome/156.0.0.0", "SamsungBrowser/29.0 Chrome/136.0", "Chrome/130.0 EdgA/130.0"]) {
    assert.ok(!isInApp(`${ANDROID} ${own} Mobile Safari/537.36`), own);
  }
});
