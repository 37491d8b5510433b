// The picture on the page: drawn pixel for pixel and enlarged by whole numbers, where it fits.

export class Picture {
    #context;
    #dots = 0;

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

    draw(rgba) {
        this.#context.putImageData(new ImageData(rgba, this.canvas.width, this.canvas.height), 0, 0);
    }

    /** Once a frame: another screen with other pixels makes no event. */
    follow() { if (this.#dots !== devicePixelRatio) this.fit(); }

    // The largest whole number of screen pixels to a pixel, and its corner on a screen pixel; a picture larger than the screen
    // is made smaller, smoothly.
    fit() {
        const { width, height } = this.canvas;
        const dots = this.#dots = devicePixelRatio;
        const stage = this.stage.getBoundingClientRect();
        const room = Math.min(stage.width / width, stage.height / height) * dots;
        const scale = room >= 1 ? Math.floor(room) : room;
        const whole = (begin, size, taken) => Math.round((begin + (size - taken) / 2) * dots) / dots - begin;
        const style = this.canvas.style;
        style.width = `${width * scale / dots}px`;
        style.height = `${height * scale / dots}px`;
        style.left = `${whole(stage.left, stage.width, width * scale / dots)}px`;
        style.top = `${whole(stage.top, stage.height, height * scale / dots)}px`;
        style.imageRendering = room >= 1 ? "pixelated" : "auto";
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
