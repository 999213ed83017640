import { drawSvg } from "./draw-svg.ts";

const SCALE = 2;
const PADDING = 16;
const HEAD = 36;
const BETWEEN = 12;

function drawHatchedMark(ctx: CanvasRenderingContext2D, box: DOMRect, colour: string) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(box.x, box.y, box.width, box.height);
  ctx.clip();
  ctx.beginPath();
  for (let x = box.x; x < box.right + box.height; x += BETWEEN / 3) {
    ctx.moveTo(x, box.y);
    ctx.lineTo(x - box.height, box.bottom);
  }
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.restore();
}

function drawLegend(ctx: CanvasRenderingContext2D, legend: Element) {
  for (const part of legend.querySelectorAll<HTMLElement>("li > *")) {
    const box = part.getBoundingClientRect();
    const { color, fontSize, fontWeight, fontFamily } = getComputedStyle(part);
    ctx.fillStyle = color;
    ctx.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    ctx.textBaseline = "middle";
    if (part.textContent) ctx.fillText(part.textContent, box.x, box.y + box.height / 2);
    else if (part.dataset["mark"] === "gap") drawHatchedMark(ctx, box, color);
    else ctx.fillRect(box.x, box.y, box.width, box.height);
  }
  ctx.textBaseline = "alphabetic";
}

/** drawChart draws one chart with its legend, its upper left corner at the origin. */
function drawChart(ctx: CanvasRenderingContext2D, chart: Element, plot: SVGSVGElement) {
  const frame = chart.getBoundingClientRect();
  const box = plot.getBoundingClientRect();
  const legend = chart.querySelector("ul");
  ctx.save();
  ctx.translate(-frame.x, -frame.y);
  if (legend) drawLegend(ctx, legend);
  ctx.translate(box.x, box.y);
  drawSvg(ctx, plot);
  ctx.restore();
}

/** chartPng draws the charts within an element, with their legends and under a title, as a PNG in the page's own colours; null while all of them are shown as tables. */
export async function chartPng(root: HTMLElement, title: string): Promise<Blob | null> {
  const charts = [...root.querySelectorAll("figure")].flatMap((chart) => {
    const plot = chart.querySelector<SVGSVGElement>("svg.recharts-surface");
    return plot ? [{ chart, plot, height: chart.getBoundingClientRect().height }] : [];
  });
  const height = charts.reduce((sum, chart) => sum + chart.height + BETWEEN, HEAD + 2 * PADDING);
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil((root.getBoundingClientRect().width + 2 * PADDING) * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const ctx = canvas.getContext("2d");
  if (!ctx || charts.length === 0) return null;
  const style = getComputedStyle(root);
  ctx.fillStyle = style.getPropertyValue("--hw-surface");
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.scale(SCALE, SCALE);
  ctx.translate(PADDING, PADDING);
  ctx.fillStyle = style.getPropertyValue("--hw-text");
  ctx.font = `600 15px ${style.fontFamily}`;
  ctx.fillText(title, 0, 14);
  ctx.translate(0, HEAD);
  for (const { chart, plot, height: own } of charts) {
    drawChart(ctx, chart, plot);
    ctx.translate(0, own + BETWEEN);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
