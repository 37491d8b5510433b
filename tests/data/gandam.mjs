// Makes the site of the GANdam scenario: an index of machines with their pictures, among much that does not belong.
//
//   node tests/data/gandam.mjs FOLDER [--count 1666] [--first 0]
//
// FOLDER/site is the site, FOLDER/truth.csv says of every picture that it shows (path, keep, reason) whether it belongs.
// The robots are of DiceBear's "bottts" style, by Pablo Stanley, free for personal and commercial use; nothing of it is kept
// in this project. Everything is a function of --first and --count; another --first gives other robots altogether.
// Needs ImageMagick for the JPEG files.
import { mkdirSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { execFileSync } from "node:child_process";
import { createAvatar } from "@dicebear/core";
import { bottts } from "@dicebear/collection";
import { Resvg } from "@resvg/resvg-js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "1666" }, first: { type: "string", default: "0" } },
});
const [count, first] = [values.count, values.first].map(Number);
if (positionals.length !== 1 || ![count, first].every(Number.isInteger) || count < 48 || first < 0) {
  console.error("usage: node gandam.mjs FOLDER [--count 1666] [--first 0]");
  process.exit(2);
}

const side = 128;
const folder = positionals[0];
const site = join(folder, "site");
rmSync(folder, { recursive: true, force: true });
for (const name of ["img", "unit", "series", "jpg"]) mkdirSync(join(site, name), { recursive: true });

// --- drawing -----------------------------------------------------------------------------------

// Scans of one series: the same grey, more or less.
const grounds = ["#9c9c9c", "#a0a0a2", "#98999b", "#a3a3a3", "#9b9d9f"];

// mulberry32: draws that depend on the index alone.
function draws(seed) {
  let a = (seed + 1) * 0x9e3779b1;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let ids = 0;
function robot(index) {
  // Nested: its own ids must not meet those of others in one drawing.
  const prefix = `r${ids++}-`;
  return createAvatar(bottts, { seed: `latent-walk-robot-${index}`, scale: 86, size: side }).toString()
    .replace(/\bid="/g, `id="${prefix}`).replace(/url\(#/g, `url(#${prefix}`).replace(/href="#/g, `href="#${prefix}`)
    .replace(/<metadata[\s\S]*?<\/metadata>/, "");
}

const frame = (inside, width = side, height = side, defs = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${defs}</defs>${inside}</svg>`;
const ground = (fill, width = side, height = side) => `<rect width="${width}" height="${height}" fill="${fill}"/>`;
const render = (svg, width = side) => new Resvg(svg, { fitTo: { mode: "width", value: width } }).render();

// The style also draws robots without any colour: on a site like this they would be the black-and-white pictures.
function isColoured(picture) {
  const pixels = picture.pixels;
  let coloured = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    coloured += Math.max(r, g, b) - Math.min(r, g, b) >= 40 ? 1 : 0;
  }
  return coloured * 500 >= pixels.length / 4;
}

// Nor is a robot a new one that looks like another to the last detail: at a quarter of the size no place differs by more than six levels.
const drawn = [];
function isNew(index) {
  const small = render(frame(ground(grounds[0]) + robot(index)), side / 4).pixels;
  const same = drawn.some((other) => {
    for (let at = 0; at < small.length; at++) if (Math.abs(small[at] - other[at]) > 6) return false;
    return true;
  });
  if (!same) drawn.push(small);
  return !same;
}

let next = first;
const onGrey = (index) => frame(ground(grounds[index % grounds.length]) + robot(index));
function newRobot() {
  while (!isColoured(render(onGrey(next))) || !isNew(next)) next++;
  return next++;
}

function scenery(random) {
  const hue = () => Math.floor(random() * 360);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return ground("#ffffff");
  if (kind === 1) return ground(`hsl(${hue()} 60% ${30 + random() * 50}%)`);
  if (kind === 2) return `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${hue()} 70% 70%)"/><stop offset="1" stop-color="hsl(${hue()} 60% 35%)"/></linearGradient>` + ground("url(#sky)");
  return ground(`hsl(${hue()} 50% 75%)`) + `<rect y="${60 + random() * 40}" width="${side}" height="${side}" fill="hsl(${hue()} 45% 35%)"/>`;
}

// A model of a robot before a camera: light from one side, shadow, grain everywhere, the lens not quite sharp.
function photograph(index, random, paper) {
  const defs = `<filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="${index % 997}"/>
    <feColorMatrix values="0.6 0 0 0 0.2  0 0.6 0 0 0.2  0 0 0.6 0 0.2  0 0 0 0 1"/></filter>
    <filter id="clouds" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${0.01 + random() * 0.02}" numOctaves="4" seed="${index % 991}"/>
    <feColorMatrix values="1.4 0 0 0 -0.1  0 1.3 0 0 -0.1  0 0 1.1 0 -0.1  0 0 0 0 1"/></filter>
    <filter id="model" x="-0.2" y="-0.2" width="1.4" height="1.4"><feGaussianBlur in="SourceAlpha" stdDeviation="5" result="height"/>
    <feSpecularLighting in="height" surfaceScale="6" specularConstant="0.9" specularExponent="12" lighting-color="#ffe8c8" result="shine"><fePointLight x="${random() * 128}" y="-30" z="90"/></feSpecularLighting>
    <feComposite in="shine" in2="SourceAlpha" operator="in" result="lit"/><feComposite in="SourceGraphic" in2="lit" operator="arithmetic" k2="0.75" k3="0.6" result="body"/>
    <feGaussianBlur in="body" stdDeviation="0.5"/></filter>
    <filter id="soft"><feGaussianBlur stdDeviation="6"/></filter>
    <radialGradient id="vignette" cx="${0.3 + random() * 0.4}" cy="0.35" r="0.9"><stop stop-color="#fff" stop-opacity="0.18"/><stop offset="1" stop-color="#000" stop-opacity="0.35"/></radialGradient>`;
  const behind = paper ? ground(grounds[index % grounds.length]) : `<rect width="${side}" height="${side}" filter="url(#clouds)"/>`;
  const turn = `rotate(${-8 + random() * 16} 64 64) skewX(${-6 + random() * 12})`;
  return frame(`${behind}<g filter="url(#soft)" opacity="0.5"><ellipse cx="${64 + random() * 20}" cy="112" rx="44" ry="9"/></g>
    <g transform="${turn}" filter="url(#model)">${robot(index)}</g>${ground("url(#vignette)")}
    <rect width="${side}" height="${side}" filter="url(#grain)" opacity="0.16"/>`, side, side, defs);
}

function boat(random) {
  const hue = Math.floor(random() * 360);
  return frame(`${ground(grounds[0])}<path d="M14 84h100l-16 26H32z" fill="hsl(${hue} 60% 40%)"/><path d="M62 20v60H26z" fill="#eee"/><path d="M68 28v52h30z" fill="hsl(${hue} 50% 70%)"/>`);
}
function truck(random) {
  const hue = Math.floor(random() * 360);
  return frame(`${ground(grounds[1])}<rect x="8" y="44" width="72" height="44" fill="hsl(${hue} 55% 50%)"/><path d="M84 58h18l14 16v14H84z" fill="hsl(${hue} 60% 30%)"/><circle cx="28" cy="92" r="10"/><circle cx="62" cy="92" r="10"/><circle cx="98" cy="92" r="10"/>`);
}

// --- pictures ----------------------------------------------------------------------------------

const jpegs = new Map(); // path -> quality
const truth = [];
const units = []; // what goes onto the machines' pages
let serial = 0;

function save(stem, svg, { jpeg = 0, width = side } = {}) {
  // Names say nothing, and endings lie a little.
  const name = `${stem}-${String(serial++).padStart(5, "0")}`;
  const path = jpeg ? `jpg/${name}.jpg` : `img/${name}.png`;
  writeFileSync(join(site, jpeg ? `jpg/${name}.png` : path), render(svg, width).asPng());
  if (jpeg) jpegs.set(name, jpeg);
  return `/${path}`;
}
function show(path, reason = "") {
  truth.push([path, reason === "" ? "yes" : "no", reason]);
  units.push(path);
}
const times = (part, make) => Array.from({ length: Math.max(1, Math.round(count / part)) }, (_, i) => make(i));

const good = [];
for (let i = 0; i < count; i++) {
  const index = newRobot();
  const path = save("machine", onGrey(index), { jpeg: i % 3 === 2 ? 90 : 0 });
  good.push({ index, path });
  show(path);
}
times(8, (i) => {
  const index = newRobot();
  const saturate = i % 3 === 0 ? "0.33 0.33 0.33 0 0.06  0.33 0.33 0.33 0 0.01  0.33 0.33 0.33 0 -0.05  0 0 0 1 0" : "0.3 0.59 0.11 0 0  0.3 0.59 0.11 0 0  0.3 0.59 0.11 0 0  0 0 0 1 0";
  const defs = `<filter id="plain" x="0" y="0" width="1" height="1"><feColorMatrix values="${saturate}"/></filter>`;
  show(save("machine", frame(`<g filter="url(#plain)">${ground(grounds[index % grounds.length])}${robot(index)}</g>`, side, side, defs), { jpeg: i % 2 ? 80 : 0 }), "grey");
});
times(8, (i) => {
  const index = newRobot();
  show(save("machine", frame(scenery(draws(index)) + robot(index)), { jpeg: i % 2 ? 88 : 0 }), "background");
});
times(8, (i) => show(save("machine", photograph(newRobot(), draws(i + first), i % 2 === 0), { jpeg: 85 }), "photo"));
times(24, (i) => {
  const index = newRobot();
  const defs = `<filter id="b" x="0" y="0" width="1" height="1"><feGaussianBlur stdDeviation="${3 + (i % 3)}"/></filter>`;
  show(save("machine", frame(ground(grounds[index % grounds.length]) + `<g filter="url(#b)">${ground(grounds[index % grounds.length])}${robot(index)}</g>`, side, side, defs), { jpeg: i % 2 ? 90 : 0 }), "blur");
});
times(24, (i) => show(save("thumb", onGrey(good[(i * 7) % count].index), { width: 40 + (i % 3) * 16 }), "small"));
times(48, () => {
  const inside = [0, 1, 2, 3].map((k) => `<g transform="translate(${10 + k * 114} 6) scale(0.86)">${robot(newRobot())}</g>`).join("");
  show(save("banner", frame(ground(grounds[2], 468, 120) + inside, 468, 120), { width: 468 }), "aspect");
});
times(16, (i) => {
  const { index } = good[(i * 11 + 5) % count];
  const brighter = `<rect width="${side}" height="${side}" fill="${i % 2 ? "#fff" : "#000"}" opacity="0.05"/>`;
  const [svg, options] = i % 3 === 0 ? [onGrey(index), { jpeg: 60 }]
    : i % 3 === 1 ? [onGrey(index), { width: 112, jpeg: 88 }]
    : [frame(ground(grounds[index % grounds.length]) + robot(index) + brighter), { jpeg: 85 }];
  show(save("machine", svg, options), "duplicate");
});
mogrify();

// Nothing that one could decode, and the same bytes under another address: not of the truth, for the collection keeps none of them.
times(16, (i) => {
  const { path } = good[(i * 13 + 3) % count];
  const copy = path.replace("machine", "copy");
  writeFileSync(join(site, copy), readFileSync(join(site, path)));
  units.push(copy);
});
times(48, (i) => {
  writeFileSync(join(site, `jpg/lost-${i}.jpg`), "<html><body>404: this machine is not here any more</body></html>");
  writeFileSync(join(site, `img/half-${i}.png`), readFileSync(join(site, `img${good.find((each) => each.path.startsWith("/img"))?.path.slice(4)}`)).subarray(0, 900));
  units.push(`/jpg/lost-${i}.jpg`, `/img/half-${i}.png`, `/img/never-${i}.png`);
});
writeFileSync(join(site, "img/spacer.png"), render(frame(ground("#fff"), 1, 1), 1).asPng());
writeFileSync(join(site, "img/logo.png"), render(frame(ground("#246") + robot(first), side, side), 64).asPng());

// --- pages -------------------------------------------------------------------------------------

const page = (title, body) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><nav><a href="/">Index</a> Mobile suits, boats, truck trailers</nav>
<img src="/img/logo.png" alt=""><main><h1>${title}</h1>${body}</main><footer>All mobile suits of their makers. <img src="/img/spacer.png" alt=""></footer></body></html>\n`;
const figure = (path) => `<figure><img src="${path}" alt=""></figure>`;

// Mixed as by a careless hand, two or three to a page.
const mixed = draws(first + 77);
for (let i = units.length - 1; i > 0; i--) {
  const j = Math.floor(mixed() * (i + 1));
  [units[i], units[j]] = [units[j], units[i]];
}
const pages = [];
function add(text, pictures) {
  const name = `unit/ms-${String(pages.length).padStart(4, "0")}.html`;
  writeFileSync(join(site, name), page(`MS-${pages.length}`, `<p>${text}</p>${pictures.map(figure).join("\n")}`));
  pages.push("/" + name);
}
for (let i = 0; i < units.length; ) {
  const some = 2 + Math.floor(mixed() * 2);
  add(pages.length % 2 ? "A mobile\n fighter of the colonies." : "The <b>mobile</b> suit of a famous pilot.", units.slice(i, i + some));
  i += some;
}
function elsewhere(stem, text, draw) {
  times(24, (i) => add(text, [0, 1].map((k) => {
    const path = save(stem, draw(draws(1000 * first + 10 * i + k)));
    truth.push([path, "no", stem === "machine" ? "pilot" : stem]);
    return path;
  })));
}
elsewhere("boat", "This boat carries a mobile suit over the sea.", boat);
elsewhere("trailer", "A truck trailer, made to move a mobile suit.", truck);
elsewhere("machine", "A pilot, without a machine of his own.", (random) => onGrey(Math.floor(random() * 1e6) + 5e8));
for (let at = 0, k = 0; at < pages.length; at += 60, k++) {
  writeFileSync(join(site, `series/${k}.html`), page(`Series ${k}`, pages.slice(at, at + 60).map((to) => `<a href="${to}">${to}</a>`).join("\n")));
}
const series = Math.ceil(pages.length / 60);
writeFileSync(join(site, "index.html"), page("Index of machines", Array.from({ length: series }, (_, k) => `<a href="/series/${k}.html">Series ${k}</a>`).join("\n")
  + '<a href="/private/plans.html">Plans</a> <a href="http://elsewhere.example/">Elsewhere</a>'));
writeFileSync(join(site, "robots.txt"), "User-agent: *\nDisallow: /private/\n");
writeFileSync(join(folder, "truth.csv"), "path,keep,reason\n" + truth.map((row) => row.join(",")).join("\n") + "\n");
console.log(`${pages.length} pages, ${truth.length} pictures, ${count} of them robots on grey, in ${site}`);

function mogrify() {
  const byQuality = [...jpegs].reduce((all, [name, quality]) => all.set(quality, [...(all.get(quality) ?? []), name]), new Map());
  for (const [quality, names] of byQuality) {
    for (let at = 0; at < names.length; at += 500) {
      const files = names.slice(at, at + 500).map((name) => join(site, `jpg/${name}.png`));
      execFileSync("mogrify", ["-quality", String(quality), "-sampling-factor", "4:2:0", "-format", "jpg", ...files]);
      files.forEach((file) => rmSync(file));
    }
  }
  jpegs.clear();
}
