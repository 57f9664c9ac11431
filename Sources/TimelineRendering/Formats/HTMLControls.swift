import TimelineModel

/// The search box and the filters of a page, with how many events every choice holds.
struct HTMLControls {
  /// The events of the page.
  let entries: [TimelineEntry]

  /// The controls, hidden until the script is there.
  var text: String {
    """
    <div id="controls" role="search" aria-label="Search and filters" hidden>
    <label class="wide">Search titles, quotes and sources<input id="q" type="search" \
    autocomplete="off" spellcheck="false"></label>
    \(select("type", "Type", types))\
    \(select("actor", "Actor", count { $0.event.description.actors.map(\.name) }))\
    \(select("place", "Place", count { $0.event.description.place.map { [$0] } ?? [] }))\
    \(select("standing", "Standing", count { [$0.event.description.actuality.rawValue] }))\
    \(select("document", "Source", count(EventFields.documentNames)))\
    <label class="check"><input id="inview" type="checkbox">List only the stretch that is drawn</label>
    <button id="reset" type="button">Clear filters</button>
    <p id="count" class="wide" role="status"></p>
    </div>

    """
  }

  /// Families and kinds; a family holds its kinds.
  private var types: [String: Int] {
    count { entry in
      let type = entry.event.description.type
      let family = String(type.split(separator: ".").first ?? "")
      return family == type ? [type] : [family, type]
    }
  }

  /// How many events hold each name.
  private func count(_ names: (TimelineEntry) -> [String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for entry in entries {
      for name in Set(names(entry)) { counts[VisibleText.line(name), default: 0] += 1 }
    }
    return counts
  }

  private func select(_ id: String, _ label: String, _ counts: [String: Int]) -> String {
    let options = counts.sorted { $0.key < $1.key }.map { name, count in
      let value = HTMLText.escaped(name)
      return "<option value=\"\(value)\">\(value) (\(count))</option>"
    }
    return "<label>\(label)<select id=\"\(id)\"><option value=\"\">all</option>"
      + options.joined() + "</select></label>\n"
  }
}
