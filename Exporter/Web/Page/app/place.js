// A place in the address: "#seed=42", "#z=…&psi=0.7&class=2".

import { fromBase64, shortest, toBase64 } from "./latent.js";

const toUrl = base64 => base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
const fromUrl = text => text.replaceAll("-", "+").replaceAll("_", "/") + "=".repeat((4 - text.length % 4) % 4);

/** place: {z, seed, truncation, chosen}. What the generator does anyway is left out. */
export function format(place, generator) {
    const parts = [place.seed === null ? `z=${toUrl(toBase64(place.z))}` : `seed=${place.seed}`];
    if (shortest(place.truncation) !== shortest(generator.truncation)) parts.push(`psi=${shortest(place.truncation)}`);
    if (place.chosen > 0) parts.push(`class=${place.chosen}`);
    return "#" + parts.join("&");
}

/** {z | null, seed | null, truncation | null, chosen | null}; null for an empty hash; throws an Error that says what is wrong. */
export function parse(hash, generator) {
    const text = hash.replace(/^#/, "");
    if (text === "") return null;
    const fields = new URLSearchParams(text);
    const seed = fields.get("seed"), z = fields.get("z"), psi = fields.get("psi"), chosen = fields.get("class");
    if (seed === null && z === null) throw new Error("names no place");
    if (seed !== null && !/^\d{1,20}$/.test(seed)) throw new Error("has a seed that is no whole number");
    const latent = z === null ? null : fromBase64(fromUrl(z));
    if (latent !== null && latent.length !== generator.zdim) throw new Error(`has a latent of ${latent.length} numbers, this generator takes ${generator.zdim}`);
    if (psi !== null && !(Number(psi) >= 0 && Number(psi) <= 1.5)) throw new Error("has a variety that is not between 0 and 1.5");
    if (chosen !== null && !(/^\d+$/.test(chosen) && Number(chosen) < generator.classes)) throw new Error("names a class that this generator does not have");
    return {
        z: latent,
        seed: seed === null ? null : BigInt.asUintN(64, BigInt(seed)),
        truncation: psi === null ? null : Number(psi),
        chosen: chosen === null ? null : Number(chosen),
    };
}
