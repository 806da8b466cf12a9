// @bench {"title":"article-charts (cooperation-series, with table and notes)","variants":{"":{},"eager":{}},"files":["../dist/article_charts_bg.wasm","../dist/marks/points.wasm","../dist/words/en.wasm"]}
import '../dist/article-chart.js';

export default class {
  static load({ files }) {
    // The element looks for its module beside its script; a harness that bundles scripts serves it elsewhere.
    const original = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const [name] = /(article_charts_bg|points|en)\.wasm$/.exec(String(input?.url ?? input)) ?? [];
      return original(name ? files + name : input, init);
    };
  }

  draw(element) {
    this.chart = document.createElement('article-chart');
    this.chart.setAttribute('view', 'cooperation-series');
    this.chart.setAttribute('lang', 'en');
    // By default a chart is drawn when the reader comes near, which is what a page with many of them pays for.
    if (VARIANT === 'eager') this.chart.setAttribute('loading', 'eager');
    return new Promise((done) => {
      this.chart.addEventListener('ac-ready', done, { once: true });
      new IntersectionObserver(([{ isIntersecting }], observer) => {
        observer.disconnect();
        if (!isIntersecting && VARIANT !== 'eager') done();
      }, { rootMargin: '100%' }).observe(this.chart);
      element.append(this.chart);
    });
  }

  /** The picture shows a whole article; there is nothing to zoom into. */
  zoom() {}

  destroy() {
    this.chart.remove();
  }
}
