/// The sizes of the parser's network, and where each matrix stands in its weights.
///
/// Matrices are stored input by output, each row a multiple of eight numbers.
package struct NetworkLayout: Sendable, Hashable {
  /// Numbers a word comes in with.
  package var input: Int
  /// Width of one direction of an LSTM layer.
  package var hidden: Int
  /// LSTM layers, each read in both directions.
  package var layers: Int
  /// Width of the representations between which heads are chosen.
  package var arc: Int
  /// Width of the representations from which relations are read.
  package var label: Int
  /// Relations, rounded up to a multiple of eight.
  package var relations: Int
  /// Classes of the tagger, rounded up likewise.
  package var classes: Int

  /// A layout of those sizes.
  package init(
    input: Int, hidden: Int, layers: Int, arc: Int, label: Int, relations: Int, classes: Int
  ) {
    self.input = input
    self.hidden = hidden
    self.layers = layers
    self.arc = arc
    self.label = label
    self.relations = relations
    self.classes = classes
  }

  /// The sizes as they stand in the model file.
  package var sizes: [Int] { [input, hidden, layers, arc, label, relations, classes] }

  /// Reads the sizes of a model file.
  init?(sizes: [Int]) {
    guard sizes.count == 7, sizes.allSatisfy({ $0 > 0 && $0 <= 4096 }) else { return nil }
    self.init(
      input: sizes[0], hidden: sizes[1], layers: sizes[2], arc: sizes[3], label: sizes[4],
      relations: sizes[5], classes: sizes[6])
  }

  /// Numbers that enter LSTM layer `layer`.
  package func width(into layer: Int) -> Int { layer == 0 ? input : 2 * hidden }

  private func cellSize(_ layer: Int) -> Int { (width(into: layer) + hidden + 1) * 4 * hidden }

  /// Input weights of one direction (0 forward, 1 backward) of a layer.
  package func inputWeights(_ layer: Int, _ direction: Int) -> Int {
    (0..<layer).reduce(0) { $0 + 2 * cellSize($1) } + direction * cellSize(layer)
  }
  /// Recurrent weights.
  package func recurrentWeights(_ layer: Int, _ direction: Int) -> Int {
    inputWeights(layer, direction) + width(into: layer) * 4 * hidden
  }
  /// Bias of the gates.
  package func gateBias(_ layer: Int, _ direction: Int) -> Int {
    recurrentWeights(layer, direction) + hidden * 4 * hidden
  }
  /// Weights of the head representation; its bias follows.
  package var headWeights: Int { inputWeights(layers, 0) }
  package var headBias: Int { headWeights + 2 * hidden * arc }
  package var dependentWeights: Int { headBias + arc }
  package var dependentBias: Int { dependentWeights + 2 * hidden * arc }
  /// The bilinear form between dependent and head.
  package var arcForm: Int { dependentBias + arc }
  /// How likely a word is a head at all.
  package var arcBias: Int { arcForm + arc * arc }
  /// Scores of signed distances between dependent and head.
  package var distanceBias: Int { arcBias + arc }
  package var labelHeadWeights: Int { distanceBias + Self.distances }
  package var labelDependentWeights: Int { labelHeadWeights + 2 * hidden * label }
  package var labelBias: Int { labelDependentWeights + 2 * hidden * label }
  package var relationWeights: Int { labelBias + label }
  package var relationBias: Int { relationWeights + label * relations }
  package var classWeights: Int { relationBias + relations }
  package var classBias: Int { classWeights + 2 * hidden * classes }
  /// All weights together.
  package var count: Int { classBias + classes }

  /// Classes of distance between a dependent and its head.
  package static let distances = 24

  /// The class of the distance from dependent to head: sign and rough size.
  @inline(__always)
  package static func distance(from dependent: Int, to head: Int) -> Int {
    if head == 0 { return 23 }
    let size = head > dependent ? head - dependent : dependent - head
    let rough = size <= 6 ? size - 1 : size <= 8 ? 6 : size <= 12 ? 7 : size <= 20 ? 8 : 9
    return head > dependent ? rough : rough + 11
  }
}

/// What the parser reads of a word; trainer and analyser share this one definition.
package enum ParserInputs {
  /// How many rows are summed for a word.
  package static let count = 9
  /// Rows kept for what the tables do not know: one an input, then the root's.
  package static let reservedRows = 10
  package static let rootRow = 9

  /// The keys of a word's rows.
  package static func write(
    _ shape: WordShape, tag: UniversalTag, morphology: Morphology,
    into keys: UnsafeMutablePointer<UInt32>
  ) {
    keys[0] = FeatureHash.mixed(shape.word &+ 0x1000_0001)
    keys[1] = FeatureHash.mixed(shape.suffix3 &+ 0x2000_0003)
    keys[2] = FeatureHash.mixed(shape.prefix3 &+ 0x3000_0005)
    keys[3] = FeatureHash.mixed(shape.shape &+ 0x4000_0007)
    keys[4] = FeatureHash.mixed(UInt32(tag.rawValue) &+ 0x5000_0009)
    keys[5] = FeatureHash.mixed(
      UInt32(tag.rawValue) &+ (morphology.rawValue << 8) &+ 0x6000_000B)
    keys[6] = FeatureHash.mixed(shape.suffix2 &+ 0x7000_000D)
    keys[7] = FeatureHash.mixed(shape.suffix4 &+ 0x8000_0011)
    keys[8] = FeatureHash.mixed(shape.prefix2 &+ 0x9000_0013)
  }
}

/// The dependency parser: a recurrent network reads the sentence in both directions and scores
/// every pair of dependent and head; the best tree over these scores is taken.
///
/// Source: Kiperwasser and Goldberg 2016 (the encoder), Dozat and Manning 2017 (the scores).
struct ParserNetwork: Sendable {
  /// The first relation that may join two words: neither unspecified nor the root's.
  private static let firstRelation = 2

  let model: LanguageModel
  let layout: NetworkLayout

  /// What the network says of a sentence: one entry a word.
  struct Reading {
    /// The head of each word, counted from zero; -1 is the root.
    var heads: [Int32] = []
    var relations: [UInt8] = []
    /// The tagger's classes, read again with the whole sentence in view.
    var classes: [UInt8] = []
  }

  init?(model: LanguageModel) {
    self.model = model
    let sizes: [Int] = model.withSection(.networkSizes) { bytes in
      (0..<bytes.count / 4).map { (index: Int) in
        Int(bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
      }
    }
    guard let layout = NetworkLayout(sizes: sizes) else { return nil }
    let weights = model.withSection(.networkWeights) { $0.count }
    guard weights == layout.count * 4 else { return nil }
    self.layout = layout
  }

  /// A run of words to be parsed: what is seen of each, with its tag.
  struct Piece {
    var shapes: ArraySlice<WordShape>
    var tags: [(UniversalTag, Morphology)]

    /// The words and the root before them.
    var rows: Int { shapes.count + 1 }
  }

  /// So many pieces are read in step with each other: as many rows as the product takes at once.
  static let abreast = 6

  /// Parses pieces, each by itself; pieces of like length together are fastest.
  ///
  /// They are read in step only so that the weights are fetched once for several of them.
  func parse(_ pieces: ArraySlice<Piece>, relationCount: Int) -> [Reading] {
    model.withSection(.networkWeights) { bytes in
      guard let weight = bytes.bindMemory(to: Float.self).baseAddress else {
        return pieces.map { _ in Reading() }
      }
      var readings: [Reading] = []
      var rest = pieces
      while !rest.isEmpty {
        readings += read(Array(rest.prefix(Self.abreast)), relationCount, weight)
        rest = rest.dropFirst(Self.abreast)
      }
      return readings
    }
  }

  /// Scratch memory of one reading; the rows of all pieces stand one behind the other.
  private struct Scratch {
    let input, encoded, gates, step, heads, dependents, mapped, turned, scores: Floats
    let labelHeads, labelDependents, relations, classes: Floats

    typealias Floats = UnsafeMutablePointer<Float>
  }

  private func withScratch<Value>(
    rows: Int, longest: Int, pieces: Int, _ body: (Scratch) -> Value
  ) -> Value? {
    let columns = Self.columns(longest)
    let widest = max(layout.input, 2 * layout.hidden)
    let sizes = [
      rows * widest, rows * widest, rows * 4 * layout.hidden, pieces * 7 * layout.hidden,
      rows * layout.arc, rows * layout.arc, rows * layout.arc, layout.arc * columns,
      longest * columns, rows * layout.label, rows * layout.label, rows * layout.relations,
      rows * layout.classes,
    ]
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: sizes.reduce(0, +)) { buffer in
      guard var next = buffer.baseAddress else { return nil }
      let parts = sizes.map { size in
        defer { next += size }
        return next
      }
      return body(
        Scratch(
          input: parts[0], encoded: parts[1], gates: parts[2], step: parts[3], heads: parts[4],
          dependents: parts[5], mapped: parts[6], turned: parts[7], scores: parts[8],
          labelHeads: parts[9], labelDependents: parts[10], relations: parts[11],
          classes: parts[12]))
    }
  }

  /// The columns of a table of pairs, a multiple of eight.
  private static func columns(_ rows: Int) -> Int { (rows + 7) / 8 * 8 }

  private func read(_ pieces: [Piece], _ relationCount: Int, _ weight: UnsafePointer<Float>)
    -> [Reading]
  {
    let lengths = pieces.map(\.rows)
    var starts: [Int] = []
    var rows = 0
    for length in lengths {
      starts.append(rows)
      rows += length
    }
    return withScratch(rows: rows, longest: lengths.max() ?? 0, pieces: pieces.count) { scratch in
      for (piece, start) in zip(pieces, starts) {
        writeInputs(piece, into: scratch.input + start * layout.input)
      }
      var source = scratch.input
      var target = scratch.encoded
      for layer in 0..<layout.layers {
        for direction in 0..<2 {
          runCell(
            layer, direction, starts: starts, lengths: lengths, weight, source: source,
            scratch: scratch, target: target)
        }
        swap(&source, &target)
      }
      writeHeadsAndDependents(rows, weight, encoded: source, scratch)
      var readings = pieces.map { _ in Reading() }
      for (number, length) in lengths.enumerated() {
        readings[number].heads = heads(from: starts[number], length, weight, scratch)
      }
      writeRelations(of: readings, starts: starts, rows, weight, encoded: source, scratch)
      writeClasses(rows, weight, encoded: source, scratch)
      for (number, length) in lengths.enumerated() {
        readings[number].relations = best(
          length, scratch.relations + starts[number] * layout.relations, stride: layout.relations,
          from: Self.firstRelation, count: relationCount)
        readings[number].classes = best(
          length, scratch.classes + starts[number] * layout.classes, stride: layout.classes,
          from: 0, count: model.count(of: .classes))
      }
      return readings
    } ?? pieces.map { _ in Reading() }
  }

  /// Sums the rows of every word; row 0 is the root.
  private func writeInputs(_ piece: Piece, into target: UnsafeMutablePointer<Float>) {
    let size = ParserInputs.count
    let words = piece.shapes.count
    let count = words * size
    model.withSection(.embeddingSlots) { slots in
      model.withSection(.embeddingRows) { rows in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + 1) { keys in
          guard let key = keys.baseAddress else { return }
          for (index, shape) in piece.shapes.enumerated() {
            let (tag, morphology) = piece.tags[index]
            ParserInputs.write(shape, tag: tag, morphology: morphology, into: key + index * size)
          }
          Self.replaceKeysByRows(
            UnsafeMutableBufferPointer(start: key, count: count),
            pairs: slots.bindMemory(to: UInt64.self))
          key[count] = UInt32(ParserInputs.rootRow)
          NetworkKernels.sumRows(
            words: 1, rows: 1, numbers: key + count, table: rows, width: layout.input, sums: target)
          NetworkKernels.sumRows(
            words: words, rows: size, numbers: key, table: rows, width: layout.input,
            sums: target + layout.input)
        }
      }
    }
  }

  /// Puts in place of each key the number of its row; what the table does not know has a row for
  /// each input.
  ///
  /// The table is too large for the near caches. All first slots are read before any is looked at,
  /// so that the processor waits for them together instead of one by one.
  private static func replaceKeysByRows(
    _ keys: UnsafeMutableBufferPointer<UInt32>, pairs: UnsafeBufferPointer<UInt64>
  ) {
    let mask = pairs.count - 1
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: keys.count) { found in
      for place in 0..<keys.count {
        found[place] = pairs.isEmpty ? 0 : pairs[Int(keys[place]) & mask]
      }
      for place in 0..<keys.count {
        var slot = Int(keys[place]) & mask
        var pair = found[place]
        while pair != 0, UInt32(truncatingIfNeeded: pair) != keys[place] {
          slot = (slot &+ 1) & mask
          pair = pairs[slot]
        }
        keys[place] =
          pair == 0
          ? UInt32(place % ParserInputs.count) : UInt32(truncatingIfNeeded: pair >> 32)
      }
    }
  }

  /// Reads all pieces in one direction, in step with each other.
  private func runCell(
    _ layer: Int, _ direction: Int, starts: [Int], lengths: [Int], _ weight: UnsafePointer<Float>,
    source: UnsafePointer<Float>, scratch: Scratch, target: UnsafeMutablePointer<Float>
  ) {
    let hidden = layout.hidden
    let width = layout.width(into: layer)
    let recurrent = weight + layout.recurrentWeights(layer, direction)
    let rows = lengths.reduce(0, +)
    NetworkKernels.fill(
      rows: rows, columns: 4 * hidden, bias: weight + layout.gateBias(layer, direction),
      c: scratch.gates)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: width, columns: 4 * hidden, a: source, aRow: width, aInner: 1,
      b: weight + layout.inputWeights(layer, direction), bRow: 4 * hidden, c: scratch.gates,
      cRow: 4 * hidden)
    // The longest first, so that those not yet at their end are always the first ones.
    let order = lengths.indices.sorted { (lengths[$0], $1) > (lengths[$1], $0) }
    let gates = scratch.step
    let cells = gates + order.count * 4 * hidden
    let activated = cells + order.count * hidden
    let before = activated + order.count * hidden
    cells.update(repeating: 0, count: order.count * hidden)
    before.update(repeating: 0, count: order.count * hidden)
    var active = order.count
    for step in 0..<(order.first.map { lengths[$0] } ?? 0) {
      while lengths[order[active - 1]] <= step { active -= 1 }
      for place in 0..<active {
        let row = Self.row(of: order[place], step, direction, starts, lengths)
        (gates + place * 4 * hidden).update(
          from: scratch.gates + row * 4 * hidden, count: 4 * hidden)
      }
      NetworkKernels.multiplyAdd(
        rows: active, inner: hidden, columns: 4 * hidden, a: before, aRow: hidden, aInner: 1,
        b: recurrent, bRow: 4 * hidden, c: gates, cRow: 4 * hidden)
      for place in 0..<active {
        let cell = cells + place * hidden
        NetworkKernels.cellStep(
          width: hidden, gates: gates + place * 4 * hidden, previousCell: cell, cell: cell,
          hidden: before + place * hidden, activatedCell: activated + place * hidden)
        let row = Self.row(of: order[place], step, direction, starts, lengths)
        (target + row * 2 * hidden + direction * hidden).update(
          from: before + place * hidden, count: hidden)
      }
    }
  }

  /// The row that a piece is at in a step: from its first to its last or the other way.
  @inline(__always)
  private static func row(
    of piece: Int, _ step: Int, _ direction: Int, _ starts: [Int], _ lengths: [Int]
  ) -> Int {
    starts[piece] + (direction == 0 ? step : lengths[piece] - 1 - step)
  }

  /// The representations of all words as heads and as dependents, the latter mapped onto the former.
  private func writeHeadsAndDependents(
    _ rows: Int, _ weight: UnsafePointer<Float>, encoded: UnsafePointer<Float>, _ scratch: Scratch
  ) {
    let arc = layout.arc
    dense(rows, encoded, weight, layout.headWeights, layout.headBias, arc, into: scratch.heads)
    dense(
      rows, encoded, weight, layout.dependentWeights, layout.dependentBias, arc,
      into: scratch.dependents)
    // The bias of being a head joins the bilinear form: (d·U + b) · h.
    NetworkKernels.fill(rows: rows, columns: arc, bias: weight + layout.arcBias, c: scratch.mapped)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: arc, columns: arc, a: scratch.dependents, aRow: arc, aInner: 1,
      b: weight + layout.arcForm, bRow: arc, c: scratch.mapped, cRow: arc)
  }

  /// The heads of the words of the piece whose rows begin at `start`.
  private func heads(
    from start: Int, _ rows: Int, _ weight: UnsafePointer<Float>, _ scratch: Scratch
  ) -> [Int32] {
    let arc = layout.arc
    let columns = Self.columns(rows)
    let heads = scratch.heads + start * arc
    for index in 0..<arc {
      let line = scratch.turned + index * columns
      for row in 0..<rows { line[row] = heads[row * arc + index] }
      for row in rows..<columns { line[row] = 0 }
    }
    writeDistances(rows, columns, weight + layout.distanceBias, into: scratch.scores)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: arc, columns: columns, a: scratch.mapped + start * arc, aRow: arc,
      aInner: 1, b: scratch.turned, bRow: columns, c: scratch.scores, cRow: columns)
    return TreeDecoder.heads(scores: scratch.scores, rows: rows, stride: columns)
  }

  /// Writes what the distance alone says of every pair: but for the root a row is that above it,
  /// moved by one.
  private func writeDistances(
    _ rows: Int, _ columns: Int, _ distance: UnsafePointer<Float>,
    into scores: UnsafeMutablePointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rows + columns) { line in
      guard let start = line.baseAddress else { return }
      for offset in 0..<rows + columns {
        // From a dependent behind the root, so that no head is it.
        line[offset] = distance[NetworkLayout.distance(from: rows, to: offset + 1)]
      }
      for dependent in 0..<rows {
        let row = scores + dependent * columns
        row.update(from: start + (rows - 1 - dependent), count: columns)
        row[0] = distance[NetworkLayout.distance(from: dependent, to: 0)]
      }
    }
  }

  private func dense(
    _ rows: Int, _ encoded: UnsafePointer<Float>, _ weight: UnsafePointer<Float>, _ matrix: Int,
    _ bias: Int, _ width: Int, into target: UnsafeMutablePointer<Float>
  ) {
    let inner = 2 * layout.hidden
    NetworkKernels.fill(rows: rows, columns: width, bias: weight + bias, c: target)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: inner, columns: width, a: encoded, aRow: inner, aInner: 1,
      b: weight + matrix, bRow: width, c: target, cRow: width)
    NetworkKernels.rectify(target, count: rows * width)
  }

  /// Scores the relations of all words to their heads.
  private func writeRelations(
    of readings: [Reading], starts: [Int], _ rows: Int, _ weight: UnsafePointer<Float>,
    encoded: UnsafePointer<Float>, _ scratch: Scratch
  ) {
    let label = layout.label
    let inner = 2 * layout.hidden
    let (asHead, asDependent) = (scratch.labelHeads, scratch.labelDependents)
    asHead.update(repeating: 0, count: rows * label)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: inner, columns: label, a: encoded, aRow: inner, aInner: 1,
      b: weight + layout.labelHeadWeights, bRow: label, c: asHead, cRow: label)
    NetworkKernels.fill(rows: rows, columns: label, bias: weight + layout.labelBias, c: asDependent)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: inner, columns: label, a: encoded, aRow: inner, aInner: 1,
      b: weight + layout.labelDependentWeights, bRow: label, c: asDependent, cRow: label)
    for (reading, start) in zip(readings, starts) {
      for (word, head) in reading.heads.enumerated() {
        let governor = asHead + (start + Int(head) + 1) * label
        let own = asDependent + (start + word + 1) * label
        for index in 0..<label { own[index] += governor[index] }
      }
    }
    NetworkKernels.rectify(asDependent, count: rows * label)
    NetworkKernels.fill(
      rows: rows, columns: layout.relations, bias: weight + layout.relationBias,
      c: scratch.relations)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: label, columns: layout.relations, a: asDependent, aRow: label, aInner: 1,
      b: weight + layout.relationWeights, bRow: layout.relations, c: scratch.relations,
      cRow: layout.relations)
  }

  /// Scores the tagger's classes of all words.
  private func writeClasses(
    _ rows: Int, _ weight: UnsafePointer<Float>, encoded: UnsafePointer<Float>, _ scratch: Scratch
  ) {
    let inner = 2 * layout.hidden
    NetworkKernels.fill(
      rows: rows, columns: layout.classes, bias: weight + layout.classBias, c: scratch.classes)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: inner, columns: layout.classes, a: encoded, aRow: inner, aInner: 1,
      b: weight + layout.classWeights, bRow: layout.classes, c: scratch.classes,
      cRow: layout.classes)
  }

  private func best(
    _ rows: Int, _ scores: UnsafePointer<Float>, stride: Int, from first: Int, count: Int
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(rows)
    for row in 1..<max(rows, 1) {
      let score = scores + row * stride
      var best = first
      for index in first..<max(count, first) where score[index] > score[best] { best = index }
      result.append(UInt8(best))
    }
    return result
  }
}
