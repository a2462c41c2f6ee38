// Everyone holds a flower: it stands where the phone points, and a tap lets it bloom.
import "./before.js";
import "./p5.min.js"; // 1

const BLOOM = 0.8; // seconds in which a bloom falls by two thirds

export default function create(stage) {
  const p = new globalThis.p5((p) => (p.setup = () => setup(p)), stage.canvas.parentElement); // 2
  const blooms = new Map(); // by phone: 1 at a tap, then falling to 0
  let time = 0; // seconds

  return {
    draw(seconds, phones) {
      if (!p.drawingContext) return; // p5 waits until the page has loaded
      p.resetMatrix(); // 3
      time += stage.calm ? 0 : seconds;
      for (const [phone, bloom] of blooms) blooms.set(phone, bloom * Math.exp(-seconds / BLOOM));
      p.background(stage.palette.ground);
      const size = (0.15 * Math.min(p.width, p.height)) / Math.max(1, phones.length / 4) ** 0.4;
      for (const phone of phones) {
        const paint = phone.away ? stage.palette.quiet : phone.paint;
        flower(phone.aim, size * (1 + 0.6 * (blooms.get(phone) ?? 0)), paint, phone.number);
      }
      if (phones.length === 0) for (const i of [1, 2, 3]) flower(drift(i), size, stage.palette.quiet, "");
    },
    resize(width, height) {
      p.pixelDensity(stage.ratio);
      p.resizeCanvas(width, height, true); // 4
    },
    close: () => p.remove(), // 5
    left: (phone) => blooms.delete(phone),
    tap(phone) {
      blooms.set(phone, 1);
      stage.tell(phone, { buzz: 30 });
    },
  };

  function setup(p) {
    p.pixelDensity(stage.ratio);
    p.createCanvas(stage.width, stage.height, p.P2D, stage.canvas);
    p.noLoop();
    p.noiseSeed(1e9 * stage.random());
    p.noStroke();
    p.textAlign(p.CENTER, p.CENTER);
    p.textFont("Hyperlegible");
  }

  function flower({ x, y }, size, paint, words) {
    const petal = p.color(paint);
    petal.setAlpha(200);
    p.push();
    p.translate(x * p.width, y * p.height);
    p.rotate(0.4 * time + 3 * x);
    p.fill(petal);
    for (let i = 0; i < 7; i += 1) {
      p.rotate(p.TWO_PI / 7);
      p.ellipse(0, 0.6 * size, 0.5 * size, size);
    }
    p.pop();
    p.fill(stage.palette.ground);
    p.circle(x * p.width, y * p.height, 0.55 * size);
    p.fill(paint);
    p.textSize(0.32 * size);
    p.text(words, x * p.width, y * p.height);
  }

  function drift(i) {
    return { x: p.noise(10 * i, 0.1 * time), y: p.noise(20 * i, 0.1 * time) };
  }
}
