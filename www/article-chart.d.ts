// What article-chart.js gives to a page, for TypeScript. custom-elements.json says the same to editors.

/** A figure of a picture: what can be pointed at, selected and spoken. */
export interface Datum {
  /** The id of the statement, derivation or erratum. */
  readonly id: string;
  /** Left, top, width and height of what the pointer hits, in CSS pixels from the picture's upper left corner. */
  readonly area: readonly [number, number, number, number];
  /** What a tooltip points at, in the same pixels. */
  readonly anchor: readonly [number, number];
  readonly panel: number;
  /** Where the articles say it: `A1.2.3` is paragraph 3 of section 2 of article A1. */
  readonly places?: readonly string[];
  /** What is spoken of it. */
  readonly name: string;
}

/** What is shown, as the module describes it. */
export interface Figure {
  readonly view: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** The theme that was asked for; missing where the system decides. */
  readonly theme?: 'light' | 'dark';
  /** Width and height of the picture, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly subtitle: string;
  /** What is wrong with what was asked for, to be read by the reader. */
  readonly problems: readonly string[];
  readonly controls: readonly {
    readonly id: string;
    readonly label: string;
    readonly options: readonly { readonly id: string; readonly label: string; readonly current: boolean }[];
  }[];
  readonly datums: readonly Datum[];
  /** The id of the selected datum. */
  readonly selected?: string;
  /** The picture as a query string. */
  readonly state: string;
  readonly notes: readonly { readonly text: string; readonly datums: readonly string[] }[];
  readonly source: string;
  readonly table: {
    readonly name: string;
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly { readonly datum: string; readonly cells: readonly string[] }[];
  };
  /** Colours by name, each `#rrggbb`. */
  readonly palette: Readonly<Record<'background' | 'ink' | 'muted' | 'grid' | 'accent' | 'remark', string>>;
}

/** The `detail` of each event. All bubble and cross shadow boundaries. */
export interface ArticleChartDetails {
  /** The first picture is there. */
  'ac-ready': { readonly state: string };
  /** The reader has changed something: `what` is `view`, `select`, `language`, `theme` or the id of a toggle. */
  'ac-viewchange': { readonly state: string; readonly what: string; readonly value: string };
  /** A figure is selected, or let go with null. */
  'ac-datum': { readonly datum: string | null };
  /** The element is as high as that now, in CSS pixels. */
  'ac-resize': { readonly height: number };
  /** The reader reports a problem; `link` is where to see it, `text` a report that is begun. */
  'ac-report': { readonly datum: string | null; readonly link?: string; readonly text: string };
  /** No picture can be drawn; the content of the element is shown. */
  'ac-error': { readonly error: unknown };
}

export type ArticleChartEvents = { [Name in keyof ArticleChartDetails]: CustomEvent<ArticleChartDetails[Name]> };

/** `<article-chart>`: one chart of what a newspaper printed. */
export class ArticleChart extends HTMLElement {
  static readonly observedAttributes: string[];

  /** Which chart is asked for. null takes the attribute away, as with the next four. */
  get view(): string;
  set view(view: string | null | undefined);
  /** `light`, `dark`, or empty: what the reader's system asks for. */
  get theme(): string;
  set theme(theme: 'light' | 'dark' | '' | null | undefined);
  /** `full`, or `none`: without toggles, menu and list of keys. */
  get controls(): string;
  set controls(controls: 'full' | 'none' | null | undefined);
  /** `lazy`: loads when the reader comes near; or `eager`. */
  get loading(): string;
  set loading(loading: 'lazy' | 'eager' | null | undefined);
  /** The picture as a query string. Set, it is drawn at once. */
  get state(): string;
  set state(state: string | null | undefined);
  /** What is shown; null before the first picture. */
  readonly figure: Figure | null;

  /** Shows the picture of another state, as a reader does who follows a link. */
  go(state: string): void;
  /** Does what a reader would do: sets `view`, `select`, `language`, `theme` or a toggle of the view. */
  send(what: string, value: string): void;
  /** Opens the dialog with what is pasted elsewhere to show the picture there; nothing where the files have no address. */
  share(): void;

  addEventListener<Name extends keyof ArticleChartEvents>(
    type: Name, listener: (this: ArticleChart, event: ArticleChartEvents[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name, listener: (this: ArticleChart, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<Name extends keyof ArticleChartEvents>(
    type: Name, listener: (this: ArticleChart, event: ArticleChartEvents[Name]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name, listener: (this: ArticleChart, event: HTMLElementEventMap[Name]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The words of the page around the charts, by key, in a language (a BCP 47 tag). */
export function words(language: string): Readonly<Record<string, string>>;

/** Paints the picture of a query string on a canvas, as small as the canvas is on the page. The module has to have started. */
export function miniature(canvas: HTMLCanvasElement, query: string): void;

/** Sets a text only where it differs. */
export function write(node: Node, text: string): void;

/** Calls back whenever light, dark, forced colours or print begin or end. */
export function onScheme(changed: () => void, options?: AddEventListenerOptions): void;

/** Whether the page is being printed. */
export function isPaper(): boolean;

declare global {
  interface HTMLElementTagNameMap {
    'article-chart': ArticleChart;
  }
}
