// The picture on the page: drawn pixel for pixel and enlarged by whole numbers, where it fits.

export class Picture {
    #context;
    #image;

    constructor(canvas, stage, { width, height }) {
        this.canvas = canvas;
        this.stage = stage;
        canvas.width = width;
        canvas.height = height;
        this.#context = canvas.getContext("2d", { alpha: true });
        new ResizeObserver(() => this.fit()).observe(stage);
        addEventListener("resize", () => this.fit());
        this.fit();
    }

    /** CSS pixels of the shown picture's shorter side. */
    get side() { return Math.min(this.canvas.clientWidth, this.canvas.clientHeight) || 1; }

    get isThere() { return this.#image !== undefined; }

    draw(rgba) {
        this.#image = new ImageData(rgba, this.canvas.width, this.canvas.height);
        this.#context.putImageData(this.#image, 0, 0);
    }

    // The largest whole number of screen pixels to a pixel; a picture larger than the screen is made smaller, smoothly.
    fit() {
        const { width, height } = this.canvas;
        const dots = devicePixelRatio || 1;
        const room = Math.min(this.stage.clientWidth / width, this.stage.clientHeight / height) * dots;
        const scale = room >= 1 ? Math.floor(room) : room;
        this.canvas.style.width = `${width * scale / dots}px`;
        this.canvas.style.height = `${height * scale / dots}px`;
        this.canvas.style.imageRendering = room >= 1 ? "pixelated" : "auto";
    }
}

/** The same picture with every pixel a square of that many. */
export function enlarged(rgba, width, height, times) {
    const source = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
    const result = new Uint32Array(width * height * times * times);
    for (let y = 0, at = 0; y < height * times; y++) {
        const row = Math.floor(y / times) * width;
        for (let x = 0; x < width * times; x++) result[at++] = source[row + Math.floor(x / times)];
    }

    return new Uint8ClampedArray(result.buffer);
}
