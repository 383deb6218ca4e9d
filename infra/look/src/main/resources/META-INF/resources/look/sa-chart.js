/**
 * <sa-chart aria-label="…">: one chart by ECharts, served from our own origin.
 *
 *   option    property (object) or attribute (JSON): an ECharts option. A string "var(--sa-…)" anywhere in it
 *             becomes that token's colour, in light and in dark.
 *   decimals  attribute: digits after the comma in axis, label and tooltip (default: up to 2)
 *   png()     promise of a data URL; download(name) saves it
 *   sa-pick   event, detail {dataIndex, name, seriesName, value}
 *
 * It draws after layout, follows its size, and draws anew when the colour scheme changes. The table beside it is
 * the way for keyboard and screen reader.
 */
const ECHARTS = new URL('../_static/echarts/6.0.0/dist/echarts.esm.min.js', import.meta.url).href;
const TOKEN = /^var\((--[\w-]+)\)$/;
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

let library;
const loadLibrary = () => (library ??= import(ECHARTS));

class SaChart extends HTMLElement {
  static observedAttributes = ['option', 'decimals'];

  #option = null;
  #chart = null;
  #box = null;
  #sizes = new ResizeObserver(() => this.#fit());
  #scheme = () => this.#restart();

  get option() {
    return this.#option;
  }

  set option(value) {
    this.#option = typeof value === 'string' ? JSON.parse(value) : value;
    this.#draw();
  }

  attributeChangedCallback(name, before, value) {
    if (name === 'option' && value) {
      this.option = value;
    } else {
      this.#draw();
    }
  }

  connectedCallback() {
    if (Object.hasOwn(this, 'option')) {
      const early = this.option; // set before this class was known
      delete this.option;
      this.option = early;
    }
    if (!this.hasAttribute('role')) {
      this.setAttribute('role', 'img');
    }
    if (!this.#box) {
      this.#box = document.createElement('div');
      Object.assign(this.#box.style, { position: 'absolute', inset: '0' });
      this.#box.setAttribute('aria-hidden', 'true');
      this.append(this.#box);
    }
    this.#sizes.observe(this);
    dark.addEventListener('change', this.#scheme);
    still.addEventListener('change', this.#scheme);
  }

  disconnectedCallback() {
    this.#sizes.disconnect();
    dark.removeEventListener('change', this.#scheme);
    still.removeEventListener('change', this.#scheme);
    this.#stop();
  }

  /** The chart as a PNG on paper colour, twice as sharp as the screen. */
  async png() {
    await this.#start();
    return this.#chart?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: this.#colour('--sa-paper') });
  }

  async download(name = 'grafik.png') {
    const link = document.createElement('a');
    link.href = await this.png();
    link.download = name;
    link.click();
  }

  #fit() {
    if (this.clientWidth === 0 || this.clientHeight === 0) {
      return;
    }
    if (this.#chart) {
      this.#chart.resize();
    } else {
      this.#draw();
    }
  }

  #stop() {
    this.#chart?.dispose();
    this.#chart = null;
  }

  #restart() {
    this.#stop();
    this.#draw();
  }

  async #start() {
    const echarts = await loadLibrary();
    if (this.#chart || !this.isConnected || !this.#box || this.clientWidth === 0) {
      return;
    }
    this.#chart = echarts.init(this.#box, this.#theme(), { renderer: 'canvas' });
    this.#chart.on('click', ({ dataIndex, name, seriesName, value }) =>
      this.dispatchEvent(
        new CustomEvent('sa-pick', { bubbles: true, detail: { dataIndex, name, seriesName, value } }),
      ),
    );
  }

  async #draw() {
    if (!this.#option || !this.isConnected) {
      return;
    }
    await this.#start();
    this.#chart?.setOption(this.#prepared(), { notMerge: true });
  }

  /** A copy of the option: tokens as colours, numbers as the page's language writes them, stillness if asked for. */
  #prepared() {
    // Motion only shows where something went: the first drawing stands still.
    const option = { animationDuration: 0, animationDurationUpdate: 200, ...this.#coloured(this.#option) };
    const number = this.#number();
    const text = (value) => {
      const last = Array.isArray(value) ? value.findLast((part) => typeof part === 'number') : value;
      return typeof last === 'number' ? number.format(last) : last == null ? '–' : String(last);
    };
    if (still.matches) {
      option.animation = false;
    }
    for (const axis of [option.xAxis, option.yAxis].flat()) {
      if (axis?.type === 'value' && !axis.axisLabel?.formatter) {
        axis.axisLabel = { ...axis.axisLabel, formatter: (value) => number.format(value) };
      }
    }
    for (const series of [option.series].flat()) {
      if (series?.label?.show && !series.label.formatter) {
        series.label.formatter = (point) => text(point.value);
      }
    }
    if (option.tooltip) {
      option.tooltip = { valueFormatter: text, confine: true, ...option.tooltip };
    }
    return option;
  }

  #number() {
    const decimals = this.getAttribute('decimals');
    return new Intl.NumberFormat(this.closest('[lang]')?.lang || 'id', {
      minimumFractionDigits: Number(decimals ?? 0),
      maximumFractionDigits: Number(decimals ?? 2),
    });
  }

  #coloured(value) {
    if (typeof value === 'string') {
      const token = TOKEN.exec(value);
      return token ? this.#colour(token[1]) : value;
    }
    if (Array.isArray(value)) {
      return value.map((entry) => this.#coloured(entry));
    }
    if (value && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.#coloured(entry)]));
    }
    return value;
  }

  /** What the browser makes of a token, as rgba: ECharts knows nothing of color-mix. */
  #colour(token) {
    const probe = document.createElement('span');
    probe.style.color = `var(${token})`;
    this.append(probe);
    const computed = getComputedStyle(probe).color;
    probe.remove();
    const pixel = new OffscreenCanvas(1, 1).getContext('2d');
    pixel.fillStyle = computed;
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
    return `rgba(${red},${green},${blue},${alpha / 255})`;
  }

  #theme() {
    const colour = (name) => this.#colour(`--sa-${name}`);
    const quiet = { color: colour('grey-3') };
    const axis = {
      axisLine: { lineStyle: { color: colour('grey-2') } },
      axisTick: { show: false },
      axisLabel: quiet,
      nameTextStyle: quiet,
      splitLine: { lineStyle: { color: colour('grey-2') } },
    };
    return {
      color: ['accent-text', 'scale-3', 'grey-3', 'late', 'scale-2'].map(colour),
      backgroundColor: 'transparent',
      textStyle: { color: colour('ink'), fontFamily: getComputedStyle(this).fontFamily, fontSize: 13 },
      title: { textStyle: { color: colour('ink') }, subtextStyle: quiet },
      legend: { textStyle: { color: colour('ink') } },
      label: { color: colour('ink') },
      categoryAxis: axis,
      valueAxis: axis,
      timeAxis: axis,
      tooltip: {
        backgroundColor: colour('paper'),
        borderColor: colour('grey-2'),
        textStyle: { color: colour('ink') },
      },
    };
  }
}

if (!customElements.get('sa-chart')) {
  customElements.define('sa-chart', SaChart);
}
