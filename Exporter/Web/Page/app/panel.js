// What is around the picture: buttons, sliders, the list of axes, the help, lines that come and go.

const TOAST_MS = 3500;
const $ = id => document.getElementById(id);

export class Panel {
    #toast;
    #chosenAxes = "";

    /** generator: page.json. command(name): as a key would. hands: what buttons hold. walk: shown and steered. */
    constructor(generator, command, hands, walk) {
        this.walk = walk;
        this.hands = hands;
        this.directions = generator.directions;
        for (const button of document.querySelectorAll("[data-command]")) {
            button.addEventListener("click", event => {
                if (event.detail > 0) button.blur();            // a mouse or a finger: the space bar stays the walk's
                command(button.dataset.command);
            });
        }

        const variety = $("variety");
        variety.addEventListener("input", () => walk.setTruncation(Number(variety.value)));
        for (const end of ["change", "pointerup"]) variety.addEventListener(end, () => variety.blur());
        if (generator.classes > 0) {
            const choice = $("class");
            generator.classNames.forEach((name, i) => choice.add(new Option(name, i)));
            choice.addEventListener("change", () => {
                walk.setClass(Number(choice.value));
                choice.blur();
            });
            $("classes").hidden = false;
            document.body.classList.add("has-classes");
        }

        this.#listAxes();
        $("axes-close").addEventListener("click", () => this.toggleAxes());
        const help = $("help");
        help.addEventListener("click", event => { if (event.target === help) help.close(); });
        $("help-close").addEventListener("click", () => help.close());
    }

    toggleHelp() { if ($("help").open) $("help").close(); else $("help").showModal(); }

    toggleAxes() {
        $("axes").hidden = !$("axes").hidden;
        document.body.classList.toggle("with-axes", !$("axes").hidden);
    }

    close() {
        $("help").close();
        if (!$("axes").hidden) this.toggleAxes();
        $("problem").hidden = true;
    }

    say(text) {
        const toast = $("toast");
        toast.textContent = text;
        toast.classList.add("shown");
        clearTimeout(this.#toast);
        this.#toast = setTimeout(() => toast.classList.remove("shown"), TOAST_MS);
    }

    problem(text) {
        $("problem").hidden = text === null;
        $("problem-text").textContent = text ?? "";
    }

    /** Follows the walk: once a frame, cheap while nothing changes. */
    show(shown) {
        const { walk } = this;
        set($("variety"), "value", String(walk.goal));
        set($("variety-value"), "textContent", walk.goal.toFixed(2));
        set($("undo"), "disabled", !walk.canUndo);
        $("drift").classList.toggle("on", walk.drifting);
        $("drift").setAttribute("aria-pressed", String(walk.drifting));
        set($("class"), "value", String(walk.chosen));
        set($("seed"), "textContent", shown === null ? "" : shown.seed !== null ? `seed ${shown.seed}` : "between seeds");
        const axes = walk.axes.join();
        if (axes !== this.#chosenAxes) {
            this.#chosenAxes = axes;
            this.#markAxes();
        }
    }

    // Every direction with two buttons that fly along it for as long as they are held.
    #listAxes() {
        const list = $("axes-list");
        this.directions.forEach((direction, index) => {
            const item = document.createElement("li");
            const name = document.createElement("span");
            name.className = "name";
            name.textContent = direction.name;
            const share = document.createElement("meter");
            share.max = Math.max(...this.directions.map(d => d.explainedVariance), 1e-9);
            share.value = direction.explainedVariance;
            share.title = `${(100 * direction.explainedVariance).toFixed(1)} % of what the latent does to the picture`;
            item.append(this.#flyButton("−", index, -1), name, share, this.#flyButton("+", index, 1));
            list.append(item);
        });
    }

    #flyButton(text, index, amount) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.setAttribute("aria-label", `${amount < 0 ? "less" : "more"} ${this.directions[index].name}`);
        const begin = () => {
            this.walk.setAxes([index, ...this.walk.axes.filter(axis => axis !== index)].slice(0, 3));
            this.hands.hold(0, amount);
        };
        const end = () => this.hands.hold(0, 0);
        button.addEventListener("pointerdown", event => {
            button.setPointerCapture(event.pointerId);
            begin();
        });
        for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) button.addEventListener(name, end);
        button.addEventListener("keydown", event => { if (!event.repeat && (event.code === "Space" || event.code === "Enter")) begin(); });
        button.addEventListener("keyup", end);
        button.addEventListener("blur", end);
        button.addEventListener("contextmenu", event => event.preventDefault());
        return button;
    }

    #markAxes() {
        const keys = ["W S", "D A", "E Q"];
        [...$("axes-list").children].forEach((item, index) => {
            const axis = this.walk.axes.indexOf(index);
            item.toggleAttribute("data-keys", axis >= 0);
            if (axis >= 0) item.dataset.keys = item.querySelector(".name").dataset.keys = keys[axis];
        });
    }
}

function set(element, property, value) {
    if (element[property] !== value) element[property] = value;
}
