"""Seeded generator of HTTP requests that no browser sends, for every route."""

from random import Random

ROUTES = [
    "/", "/gallery", "/join", "/CDFG", "/CDFG/GHJK", "/qr/CDFG.svg", "/qr/CDFG/GHJK.svg", "/trust",
    "/trust/authority.crt", "/healthz", "/readyz", "/static/js/protocol.js", "/static/~12345678/js/protocol.js",
    "/static/visuals/lights/visual.js", "/socket.io/", "/nothing.txt", "/no/such/page",
]  # fmt: skip

METHODS = ["GET"] * 6 + ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "get", "FOO", "\xff"]

PIECES = [
    "\xff", "\x80", "\xc3\xa9", "%00", "%ff", "%ED%A0%80", "%C3%28", "%E2%80%AE", "%u0041", "%", "%25", "%0d%0aX:%20y",
    "%1b[2J", "\x1b[2J", "\x07", "\x00", "\t", "..", "%2e%2e%2f", "%2f", "//", "\\", "%5c", "?", "#", ";", "&", "=",
    "[", "]", "@", "+", "*", "~", "~x/", "CON", "{{7*7}}", "http://a/", "%F0%9F%8E%AE", "a" * 300, "%ff" * 1500,
]  # fmt: skip

NAMES = ["code", "screen", "EIO", "transport", "sid", "j", "t", "b64", "", "x", "\xff", "%ff"]

VALUES = ["4", "polling", "websocket", "CDFG", "0", *PIECES]

HEADERS = [
    "Range", "If-Range", "If-Modified-Since", "If-Unmodified-Since", "If-None-Match", "If-Match", "Accept",
    "Accept-Encoding", "Accept-Language", "Accept-Charset", "Cookie", "Authorization", "User-Agent", "Referer",
    "Origin", "Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Expect", "Upgrade",
    "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Extensions", "X-Forwarded-For",
    "X-Forwarded-Host", "Forwarded", "Host", "Cache-Control", "X-HTTP-Method-Override", "Content_Length", "X\xff",
    "Access-Control-Request-Headers", "Max-Forwards",
]  # fmt: skip

FIELDS = [
    "", "*", "*/*", "bytes=0-", "bytes=0-0,1-1,2-2", "bytes=-5", "bytes=99999999-", "bytes=5-1", "bytes=0-" + "9" * 30,
    "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 99 Foo 1970 99:99:99 GMT", "Thu, 01 Jan 99999 00:00:00 GMT",
    "Sun, 06 Nov 1994 08:49:37 -99999999", '"x"', 'W/"x"', "W/", '"', "gzip;q=", "gzip;q=nan", "gzip;q=1e999",
    "gzip,,,;;;=", "identity;q=0,*;q=0", "text/html;q=\xff", 'a=b; c="\\377\\000', "a=" + "\\" * 50, "\x1b[2J",
    "\xff\xfe", "Basic ", "Basic \xff", "Basic Og==", "Basic /w==", "websocket", "keep-alive, Upgrade", "chunked",
    "gzip, chunked", "0", "-1", "5", "+5", "1_0", "100-continue", "null", "\xff://\xff", "http://[::1",
    "127.0.0.1:99999999", "multipart/form-data", "multipart/form-data; boundary=", "text/plain; charset=nonsense",
    "application/x-www-form-urlencoded; charset=\xff", "13", "a" * 2000, '()<>@,;:\\"/[]?={} \t', ", " * 100, "\x00",
    "%s%n", "{0}", "=?utf-8?q?=ff?=", "x\ny: z", "x\r y",
]  # fmt: skip

BODIES = ["", "", "", "0", "40/phone,", "\xff\xfe", "5\r\nabcde\r\n0\r\n\r\n", "zz\r\n", "a=b&c=%ff", "x" * 20_000]


def strange_request(random: Random, host: str) -> bytes:
    """Return one request, which asks for the end of its connection if it asks for anything."""
    target = random.choice(ROUTES)
    for _ in range(random.choice((0, 0, 1, 2))):
        at = random.randrange(1, len(target) + 1)
        target = target[:at] + random.choice(PIECES) + target[at:]
    if random.random() < 0.5:
        pairs = [f"{random.choice(NAMES)}={random.choice(VALUES)}" for _ in range(random.randrange(1, 4))]
        if target.startswith("/socket.io/"):
            pairs = ["EIO=4", f"transport={random.choice(('polling', 'websocket'))}", *pairs]
        target += "?" + "&".join(pairs)
    body = random.choice(BODIES)
    fields = [f"{random.choice(HEADERS)}: {random.choice(FIELDS)}" for _ in range(random.choice((0, 1, 2, 3, 5)))]
    fields += ["Connection: close"] * (random.random() < 0.9)
    fields += [f"Content-Length: {len(body)}"] * (random.random() < 0.5)
    version = random.choice(["HTTP/1.1"] * 8 + ["HTTP/1.0", "HTTP/9.9", ""])
    lines = [f"{random.choice(METHODS)} {target} {version}", f"Host: {host}", *fields, "", body]
    return "\r\n".join(lines).encode("latin-1")
