// The texts of a page that overlap another one or reach out of the window or of what holds them; an
// empty list when there are none.
(() => {
  const boxes = [], problems = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, noscript, select, title, .skip")) continue;
    if (!parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      boxes.push({ box, node, text: node.data.trim().slice(0, 40) });
      const scrolls = parent.closest("pre, .static");
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) {
        problems.push(`out of the window: ${node.data.trim().slice(0, 60)}`);
      }
    }
  }
  boxes.sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < boxes.length; i++) {
    const a = boxes[i].box;
    for (let j = i + 1; j < boxes.length && boxes[j].box.top < a.bottom; j++) {
      const b = boxes[j].box;
      if (boxes[i].node === boxes[j].node) continue;
      // Lines may touch: glyphs fill only the middle of their boxes.
      const deep = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      if (wide > 1.5 && deep > Math.min(a.height, b.height) * 0.3) {
        problems.push(`overlap: ${boxes[i].text} / ${boxes[j].text}`);
      }
    }
  }
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest("svg, select, pre")) continue;
    // What scrolls is not cut.
    if (getComputedStyle(element).overflowX !== "hidden") continue;
    if (element.scrollWidth > element.clientWidth + 1) problems.push(`cut: ${element.tagName}`);
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) problems.push("the page scrolls sideways");
  return problems;
})()
