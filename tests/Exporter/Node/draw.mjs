// node draw.mjs Z C COUNT FILE... : runs each generator on the latents in Z (float32) and the conditions in C (float32, may be
// empty), and writes what it draws, as it comes, to FILE.raw.
import { readFileSync, writeFileSync } from "node:fs";
import ort from "onnxruntime-node";

const [latents, conditions, count, ...files] = process.argv.slice(2);
const floats = path => {
    const bytes = readFileSync(path);
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};
const z = floats(latents), c = floats(conditions), batch = Number(count);
for (const file of files) {
    const session = await ort.InferenceSession.create(file, { logSeverityLevel: 3, intraOpNumThreads: 1 });
    const inputs = { z: new ort.Tensor("float32", z, [batch, z.length / batch]) };
    if (session.inputNames.includes("c")) {
        inputs.c = new ort.Tensor("float32", c, [batch, c.length / batch]);
    }
    const { image } = await session.run(inputs);
    const data = image.data;
    writeFileSync(`${file}.raw`, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    console.log(image.type, image.dims.join("x"));
    await session.release();
}
