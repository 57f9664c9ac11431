/// The script of the HTML page: search, filters, the drawing and its zoom.
///
/// It reads everything from the list that is there without it, writes texts only as text nodes,
/// and makes no request.
enum HTMLScript {
  static let text: StaticString = #"""
    (function () {
      "use strict";
      var NS = "http://www.w3.org/2000/svg";
      var $ = function (id) { return document.getElementById(id); };
      var items = Array.prototype.map.call(document.querySelectorAll("li[data-s]"), function (li, i) {
        var d = li.dataset;
        return { li: li, i: i, id: li.id, first: d.a === "" ? -Infinity : +d.a,
          last: d.b === "" ? Infinity : +d.b, dated: d.a !== "" || d.b !== "", lasted: d.l === "1",
          soft: d.f === "1", type: d.t, standing: d.s, place: d.p || "",
          actors: d.c ? d.c.split("|") : [], documents: d.d ? d.d.split("|") : [],
          marks: Array.prototype.map.call(li.querySelectorAll(".badge"), function (b) {
            return b.textContent; }).join(", "),
          title: li.querySelector(".t").textContent, when: li.querySelector(".when").textContent,
          words: null, shown: true };
      });
      var headings = Array.prototype.slice.call(document.querySelectorAll("section.year"));
      var axis = { first: +document.body.dataset.first, last: +document.body.dataset.last };
      var view = { first: axis.first, last: axis.last + 1 };
      var chart = $("chart"), svg = null, pending = false;
      $("controls").hidden = false; $("chartbox").hidden = false;

      function fold(text) { return text.toLowerCase().trim(); }
      function filter() {
        var words = fold($("q").value).split(/\s+/).filter(Boolean);
        var type = $("type").value, actor = $("actor").value, place = $("place").value;
        var standing = $("standing").value, doc = $("document").value, shown = 0, undated = 0;
        items.forEach(function (e) {
          e.shown = (!type || e.type === type || e.type.indexOf(type + ".") === 0) &&
            (!actor || e.actors.indexOf(actor) >= 0) && (!place || e.place === place) &&
            (!standing || e.standing === standing) && (!doc || e.documents.indexOf(doc) >= 0) &&
            words.every(function (w) {
              if (e.words === null) { e.words = e.li.textContent.toLowerCase(); }
              return e.words.indexOf(w) >= 0;
            });
          if (e.li.hidden === e.shown) { e.li.hidden = !e.shown; }
          if (e.shown) { shown++; if (!e.dated) { undated++; } }
        });
        headings.forEach(function (s) {
          s.hidden = !s.querySelector("li[data-s]:not([hidden])");
        });
        $("count").textContent = shown + " of " + items.length + " events" +
          (undated ? ", " + undated + " of them undated" : "");
        draw();
      }
      function node(name, attributes, parent, text) {
        var n = document.createElementNS(NS, name);
        Object.keys(attributes).forEach(function (k) { n.setAttribute(k, attributes[k]); });
        if (text !== undefined) { n.textContent = text; }
        parent.appendChild(n);
        return n;
      }
      // Julian day number to civil date, proleptic Gregorian.
      function civil(j) {
        var d = Math.floor(j) - 1721120, era = Math.floor(d / 146097), doe = d - era * 146097;
        var yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) -
          Math.floor(doe / 146096)) / 365);
        var doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
        var mp = Math.floor((5 * doy + 2) / 153), m = mp < 10 ? mp + 3 : mp - 9;
        return { y: yoe + era * 400 + (m <= 2 ? 1 : 0), m: m,
          d: doy - Math.floor((153 * mp + 2) / 5) + 1 };
      }
      function julian(y, m) {
        var s = m <= 2 ? y - 1 : y, era = Math.floor(s / 400), yoe = s - era * 400;
        var doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5);
        return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy + 1721120;
      }
      var names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
      function label(y, m, step) {
        var year = y <= 0 ? (1 - y) + " BCE" : String(y);
        return step >= 12 ? year : names[m - 1] + " " + year;
      }
      function ticks(width) {
        var days = view.last - view.first, most = Math.max(2, Math.floor(width / 64)), result = [];
        if (days <= 62) {
          var every = Math.max(1, Math.ceil(days / most));
          for (var j = Math.ceil(view.first); j < view.last; j += every) {
            var c = civil(j); result.push([j, c.d + " " + names[c.m - 1] + " " + c.y]);
          }
          return result;
        }
        var steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 60000];
        var step = steps.find(function (s) { return days / (s * 30.4) <= most; }) || 60000;
        var start = civil(view.first), month = Math.floor((start.y * 12 + start.m - 1) / step) * step;
        for (;; month += step) {
          var y = Math.floor(month / 12), m = month - y * 12 + 1, day = julian(y, m);
          if (day >= view.last) { return result; }
          if (day >= view.first) { result.push([day, label(y, m, step)]); }
        }
      }
      var pen = document.createElement("canvas").getContext("2d");
      pen.font = "12px system-ui, sans-serif";
      function wide(text) { return pen.measureText(text).width; }
      function fit(text, room) {
        if (wide(text) <= room) { return text; }
        var low = 0, high = text.length;
        while (low < high) {
          var middle = (low + high + 1) >> 1;
          if (wide(text.slice(0, middle) + "…") <= room) { low = middle; } else { high = middle - 1; }
        }
        return text.slice(0, low) + "…";
      }
      function schedule() {
        if (!pending) { pending = true; requestAnimationFrame(function () { pending = false; draw(); }); }
      }
      function draw() {
        var width = Math.max(280, chart.clientWidth), days = view.last - view.first;
        var x = function (j) { return (j - view.first) / days * width; };
        var lanes = 20, laneHeight = 22, top = 62, height = top + lanes * laneHeight + 26;
        if (svg) { svg.remove(); }
        svg = node("svg", { viewBox: "0 0 " + width + " " + height, height: height,
          "aria-hidden": "true" }, chart);
        var visible = items.filter(function (e) {
          return e.shown && e.dated && e.first < view.last && e.last + 1 > view.first;
        });
        // How many, by the middle of each.
        var cell = 6, bins = new Array(Math.ceil(width / cell)).fill(0), peak = 1;
        visible.forEach(function (e) {
          var a = Math.max(0, x(Math.max(e.first, view.first)));
          var b = Math.min(width - 1, x(Math.min(e.last + 1, view.last)));
          var k = Math.min(bins.length - 1, Math.max(0, Math.floor((a + b) / 2 / cell)));
          bins[k]++; peak = Math.max(peak, bins[k]);
        });
        bins.forEach(function (n, k) {
          if (n) { var h = Math.max(2, n / peak * 34);
            node("rect", { "class": "bin", x: k * cell, y: 38 - h, width: cell - 1, height: h }, svg); }
        });
        node("line", { "class": "axis", x1: 0, x2: width, y1: 38.5, y2: 38.5 }, svg);
        ticks(width).forEach(function (t) {
          var p = x(t[0]); if (p > width - 60) { return; }
          node("line", { "class": "axis", x1: p, x2: p, y1: 38, y2: height }, svg);
          node("text", { "class": "tick", x: p + 3, y: 52 }, svg, t[1]);
        });
        var ends = new Array(lanes).fill(-1000), used = 1, more = {}, hidden = 0;
        visible.forEach(function (e) {
          var a = Math.max(0, x(Math.max(e.first, view.first)));
          var b = Math.min(width, x(Math.min(e.last + 1, view.last)));
          b = Math.max(b, a + 7);
          if (b > width) { a -= b - width; b = width; }
          if (e.label === undefined) {
            e.label = fit((e.marks ? "[" + e.marks + "] " : "") + e.title, 230);
            e.size = wide(e.label) + 10;
          }
          var text = e.label, size = e.size, room = width - b - 6, left = false;
          if (b - a <= size + 12 && size > room) {
            // No room at the right: the label stands left of its mark, or is cut on either side.
            left = a > room;
            text = fit(text, (left ? a - 6 : room) - 10);
            size = wide(text) + 10;
          }
          var inside = b - a > size + 12 && !left;
          var from = left ? a - size : a, to = left || inside ? b : b + size;
          var lane = ends.findIndex(function (end) { return end + 6 <= from; });
          if (lane < 0) { hidden++; var k = Math.floor((a + b) / 2 / 80); more[k] = (more[k] || 0) + 1; return; }
          ends[lane] = to; used = Math.max(used, lane + 1);
          var y = top + lane * laneHeight, g = node("g", { "class": "hit " + e.standing }, svg);
          g.addEventListener("click", function () { location.hash = e.id; });
          node("title", {}, g, e.when + ": " + e.title + " [" + (e.marks || e.standing) + "]");
          var bar = { x: a, y: y + 3, width: b - a, height: 13, rx: e.lasted ? 2 : 6,
            fill: "currentColor", "fill-opacity": e.lasted ? 0.55 : 0.2, stroke: "currentColor" };
          if (e.standing !== "occurred") { bar["stroke-dasharray"] = "3 2"; bar["fill-opacity"] = 0.08; }
          if (e.soft) { bar["stroke-dasharray"] = "1 3"; }
          node("rect", bar, g);
          if (e.first < view.first) { node("path", { d: "M" + (a + 8) + " " + (y + 4) + "l-6 5.5l6 5.5", fill: "none", stroke: "currentColor", "stroke-width": 2 }, g); }
          if (e.last + 1 > view.last) { node("path", { d: "M" + (b - 8) + " " + (y + 4) + "l6 5.5l-6 5.5", fill: "none", stroke: "currentColor", "stroke-width": 2 }, g); }
          node("text", left ? { x: a - 4, y: y + 14, "text-anchor": "end" } :
            { x: inside ? a + 14 : b + 4, y: y + 14 }, g, text);
        });
        // Only as high as the lanes in use.
        height = top + used * laneHeight + (hidden ? 26 : 10);
        svg.setAttribute("height", height);
        svg.setAttribute("viewBox", "0 0 " + width + " " + height);
        Object.keys(more).forEach(function (k) {
          node("text", { "class": "tick", x: Math.min(width - 60, k * 80 + 2), y: height - 8 }, svg,
            "+" + more[k] + " more");
        });
        $("drawn").textContent = (visible.length - hidden) + " drawn" +
          (hidden ? ", " + hidden + " more counted below the lanes; zoom in or see the list" : "");
      }
      function zoom(factor, at) {
        var days = view.last - view.first, whole = axis.last + 1 - axis.first;
        var next = Math.min(whole, Math.max(7, days * factor));
        var middle = at === undefined ? view.first + days / 2 : at;
        var share = (middle - view.first) / days;
        move(middle - share * next, next);
      }
      function move(first, days) {
        first = Math.max(axis.first, Math.min(first, axis.last + 1 - days));
        view = { first: first, last: first + days };
        schedule();
      }
      function pan(share) { var d = view.last - view.first; move(view.first + d * share, d); }
      $("in").addEventListener("click", function () { zoom(0.5); });
      $("out").addEventListener("click", function () { zoom(2); });
      $("left").addEventListener("click", function () { pan(-0.3); });
      $("right").addEventListener("click", function () { pan(0.3); });
      $("all").addEventListener("click", function () { view = { first: axis.first, last: axis.last + 1 }; schedule(); });
      chart.addEventListener("wheel", function (event) {
        if (!event.ctrlKey) { return; }
        event.preventDefault();
        var share = (event.clientX - chart.getBoundingClientRect().left) / chart.clientWidth;
        zoom(event.deltaY > 0 ? 1.25 : 0.8, view.first + share * (view.last - view.first));
      }, { passive: false });
      chart.addEventListener("keydown", function (event) {
        var keys = { "+": function () { zoom(0.5); }, "=": function () { zoom(0.5); },
          "-": function () { zoom(2); }, ArrowLeft: function () { pan(-0.2); },
          ArrowRight: function () { pan(0.2); }, "0": function () { $("all").click(); } };
        if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
      });
      var drag = null;
      chart.addEventListener("pointerdown", function (event) { drag = { x: event.clientX, first: view.first }; });
      window.addEventListener("pointermove", function (event) {
        if (!drag || Math.abs(event.clientX - drag.x) < 4) { return; }
        var days = view.last - view.first;
        move(drag.first - (event.clientX - drag.x) / chart.clientWidth * days, days);
      });
      window.addEventListener("pointerup", function () { drag = null; });
      window.addEventListener("resize", schedule);
      ["type", "actor", "place", "standing", "document"].forEach(function (id) {
        $(id).addEventListener("change", filter);
      });
      var timer = 0;
      $("q").addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(filter, 80); });
      $("reset").addEventListener("click", function () {
        ["q", "type", "actor", "place", "standing", "document"].forEach(function (id) { $(id).value = ""; });
        filter();
      });
      filter();
    })();

    """#
}
