// Renders avatars of a DiceBear style as PNGs: the real pictures that training is tried on.
//
//   node tests/data/avatars.mjs FOLDER [--style adventurer|bottts] [--count 4000] [--size 64] [--first 0] [--labels]
//
// --labels adds a labels.csv: of adventurers the name of the background's colour, which one picture in five has of each.
// The style "Adventurer" is by Lisa Wischofsky, CC BY 4.0; "Bottts", robots on white, is by Pablo Stanley, free for
// personal and commercial use. Nothing of them is kept in this project; the
// packages are installed beside this script by the first run of ./tests/data/avatars.sh.
// Picture i is a function of i alone: the same index gives the same picture on every machine.
import { mkdirSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createAvatar } from "@dicebear/core";
import { adventurer, bottts } from "@dicebear/collection";
import { Resvg } from "@resvg/resvg-js";

const backgrounds = { blue: "b6e3f4", violet: "c0aede", lavender: "d1d4f9", pink: "ffd5dc", apricot: "ffdfbf" };
const names = Object.keys(backgrounds);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    style: { type: "string", default: "adventurer" },
    count: { type: "string", default: "4000" },
    size: { type: "string", default: "64" },
    first: { type: "string", default: "0" },
    labels: { type: "boolean", default: false },
  },
});
const [count, size, first] = [values.count, values.size, values.first].map(Number);
const label = (index) => names[index % names.length];
const file = (index) => `avatar-${String(index).padStart(6, "0")}.png`;
const style = {
  adventurer: (index) => createAvatar(adventurer, { seed: `latent-walk-${index}`, backgroundColor: [backgrounds[label(index)]] }),
  bottts: (index) => createAvatar(bottts, { seed: `latent-walk-robot-${index}`, scale: 86, size, backgroundColor: ["ffffff"] }),
}[values.style];
if (!style || positionals.length !== 1 || ![count, size, first].every(Number.isInteger) || count < 1 || size < 16 || first < 0 || (values.labels && values.style !== "adventurer")) {
  console.error("usage: node avatars.mjs FOLDER [--style adventurer|bottts] [--count 4000] [--size 64] [--first 0] [--labels]");
  process.exit(2);
}

const folder = positionals[0];
mkdirSync(folder, { recursive: true });
let made = 0;
for (let index = first; index < first + count; index++) {
  const path = join(folder, file(index));
  if (existsSync(path)) continue;
  const picture = new Resvg(style(index).toString(), { fitTo: { mode: "width", value: size } }).render();
  writeFileSync(path, picture.asPng());
  made++;
}
if (values.labels) {
  const rows = Array.from({ length: count }, (_, i) => `${file(first + i)},${label(first + i)}`);
  writeFileSync(join(folder, "labels.csv"), `name,class\n${rows.join("\n")}\n`);
}
console.log(`${made} avatars in ${folder}`);
