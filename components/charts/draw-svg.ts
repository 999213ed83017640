const SPACING = 5;

function faded(colour: string, opacity: number): string {
  return opacity >= 1 ? colour : colour.replace(/^rgb\((.*)\)$/, `rgba($1, ${opacity})`);
}

function drawHatching(ctx: CanvasRenderingContext2D, path: Path2D, box: DOMRect, line: Element) {
  const style = getComputedStyle(line);
  ctx.save();
  ctx.clip(path);
  ctx.beginPath();
  const step = SPACING * Math.SQRT2;
  for (let x = box.x; x < box.right + box.height; x += step) {
    ctx.moveTo(x, box.y);
    ctx.lineTo(x - box.height, box.bottom);
  }
  ctx.strokeStyle = faded(style.stroke, Number(style.strokeOpacity));
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.restore();
}

function gradientOf(ctx: CanvasRenderingContext2D, box: DOMRect, gradient: Element): CanvasGradient {
  const made = ctx.createLinearGradient(0, box.y, 0, box.bottom);
  for (const stop of gradient.querySelectorAll("stop")) {
    const { stopColor, stopOpacity } = getComputedStyle(stop);
    made.addColorStop(Number(stop.getAttribute("offset")), faded(stopColor, Number(stopOpacity)));
  }
  return made;
}

function fillShape(ctx: CanvasRenderingContext2D, element: SVGGraphicsElement, path: Path2D) {
  const { fill, fillOpacity } = getComputedStyle(element);
  if (fill === "none") return;
  const { x, y, width, height } = element.getBBox();
  const box = new DOMRect(x, y, width, height);
  const id = /^url\("#(.*)"\)/.exec(fill)?.[1];
  const paint = id === undefined ? null : document.getElementById(id);
  const hatching = paint?.querySelector("line");
  if (hatching) return drawHatching(ctx, path, box, hatching);
  ctx.fillStyle = paint ? gradientOf(ctx, box, paint) : faded(fill, Number(fillOpacity));
  return ctx.fill(path);
}

function strokeShape(ctx: CanvasRenderingContext2D, element: SVGGraphicsElement, path: Path2D) {
  const { stroke, strokeWidth, strokeDasharray, strokeOpacity } = getComputedStyle(element);
  if (stroke === "none") return;
  ctx.strokeStyle = faded(stroke, Number(strokeOpacity));
  ctx.lineWidth = Number.parseFloat(strokeWidth);
  ctx.setLineDash(strokeDasharray === "none" ? [] : strokeDasharray.split(",").map((part) => Number.parseFloat(part)));
  ctx.stroke(path);
}

function pathOf(element: SVGGraphicsElement): Path2D {
  const path = new Path2D(element instanceof SVGPathElement ? (element.getAttribute("d") ?? "") : undefined);
  if (element instanceof SVGLineElement) {
    path.moveTo(element.x1.baseVal.value, element.y1.baseVal.value);
    path.lineTo(element.x2.baseVal.value, element.y2.baseVal.value);
  }
  if (element instanceof SVGCircleElement)
    path.arc(element.cx.baseVal.value, element.cy.baseVal.value, element.r.baseVal.value, 0, Math.PI * 2);
  return path;
}

function drawText(ctx: CanvasRenderingContext2D, element: SVGTextContentElement) {
  if (element.childElementCount > 0 || !element.textContent) return;
  const { fill, fontSize, fontWeight, fontFamily } = getComputedStyle(element);
  const start = element.getStartPositionOfChar(0);
  ctx.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  ctx.fillStyle = fill;
  ctx.fillText(element.textContent, start.x, start.y);
}

/** drawSvg draws a chart's SVG as it looks on the page: shapes, water, hatching and words. An image of it would be shorter, but the Content-Security-Policy lets none be loaded from memory, and such an image has none of the page's fonts. */
export function drawSvg(ctx: CanvasRenderingContext2D, svg: SVGSVGElement): void {
  for (const element of svg.querySelectorAll<SVGGraphicsElement>("path, line, circle, text, tspan")) {
    if (element.closest("defs, clipPath")) continue;
    const matrix = element.getCTM();
    ctx.save();
    if (matrix) ctx.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
    if (element instanceof SVGTextContentElement) drawText(ctx, element);
    else {
      const path = pathOf(element);
      if (!(element instanceof SVGLineElement)) fillShape(ctx, element, path);
      strokeShape(ctx, element, path);
    }
    ctx.restore();
  }
}
