// User agent: which browser this is, as far as its menus and its sensors differ.
// @ts-check

/** @typedef {"safari" | "chrome" | "samsung" | "firefox" | "brave"} Family whose menus and warnings look alike */

// Android's WebView says so itself; on iPhones every browser has "Safari/" and a bare web view has not.
const ANDROID_WEBVIEW = /; wv\)|Version\/4\.0 Chrome\//;
const APPS =
  /FBAN|FBAV|FB_IAB|Instagram|Barcelona|Line\/|MicroMessenger|TikTok|musical_ly|Bytedance|GSA\/|Snapchat|Pinterest|Twitter|LinkedInApp|KAKAOTALK|NAVER\(|QQ\/|Weibo|Telegram|Discord|Slack|Teams\/|Viber|Alipay|DingTalk/i;

/**
 * @param {string} userAgent
 * @param {boolean} [brave] it says of itself that it is Brave, for it poses as Chrome
 * @returns {Family}
 */
export function familyOf(userAgent, brave = false) {
  if (brave) return "brave";
  if (/SamsungBrowser/.test(userAgent)) return "samsung";
  if (/Firefox|FxiOS/.test(userAgent)) return "firefox";
  if (/Chrom(e|ium)|CriOS|EdgiOS/.test(userAgent)) return "chrome";
  return /Safari|iPhone|iPad/.test(userAgent) ? "safari" : "chrome";
}

/** @param {string} userAgent @returns {boolean} an app's own browser, which may withhold motion */
export function isInApp(userAgent) {
  return ANDROID_WEBVIEW.test(userAgent) || APPS.test(userAgent) || (isOnIphone(userAgent) && !/Safari\//.test(userAgent));
}

/** @param {string} userAgent @returns {boolean} WebKit decides there, whatever the browser is called */
export function isOnIphone(userAgent) {
  return /iPhone|iPad|iPod/.test(userAgent);
}
