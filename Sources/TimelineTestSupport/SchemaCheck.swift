import Foundation

/// Holds values against the keywords of JSON Schema 2020-12 that the project's schemas use.
public struct SchemaCheck {
  private let root: [String: Any]

  /// A check against a schema file of `Documentation/`.
  ///
  /// - Throws: when it cannot be read.
  public init(documentation name: String) throws {
    let file = Repository.root.appending(path: "Documentation/\(name)")
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a value, a sentence each; nothing when it is as the schema says.
  public func problems(_ value: Any, path: String = "") -> [String] {
    problems(value, root, path: path)
  }

  private func problems(_ value: Any, _ schema: [String: Any], path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let name = String(reference.split(separator: "/").last ?? "")
      guard let definitions = root["$defs"] as? [String: Any],
        let definition = definitions[name] as? [String: Any]
      else { return ["\(path): no definition \(name)"] }
      return problems(value, definition, path: path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let results = choices.map { problems(value, $0, path: path) }
      return results.contains { $0.isEmpty } ? [] : results.flatMap { $0 }
    }
    if let type = schema["type"] {
      let types = type as? [String] ?? [type as? String ?? ""]
      if !types.contains(where: { matches(value, $0) }) { return ["\(path): not \(types)"] }
    }
    var found = scalarProblems(value, schema, path: path)
    if let object = value as? [String: Any] {
      found += memberProblems(object, schema, path: path)
    }
    if let array = value as? [Any] {
      if let least = schema["minItems"] as? Int, array.count < least {
        found.append("\(path): fewer than \(least)")
      }
      if let items = schema["items"] as? [String: Any] {
        for (index, item) in array.enumerated() {
          found += problems(item, items, path: "\(path)[\(index)]")
        }
      }
    }
    return found
  }

  private func scalarProblems(_ value: Any, _ schema: [String: Any], path: String) -> [String] {
    var found: [String] = []
    if let allowed = schema["enum"] as? [String], let text = value as? String,
      !allowed.contains(text)
    {
      found.append("\(path): \(text) not allowed")
    }
    if let constant = schema["const"] as? Int, value as? Int != constant {
      found.append("\(path): not \(constant)")
    }
    if let constant = schema["const"] as? String, value as? String != constant {
      found.append("\(path): not \(constant)")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): \(text) is not like \(pattern)")
    }
    if let least = schema["minLength"] as? Int, let text = value as? String,
      text.unicodeScalars.count < least
    {
      found.append("\(path): shorter than \(least)")
    }
    if let least = schema["minimum"] as? Int, let number = value as? Int, number < least {
      found.append("\(path): below \(least)")
    }
    return found
  }

  private func memberProblems(
    _ object: [String: Any], _ schema: [String: Any], path: String
  ) -> [String] {
    var found: [String] = []
    var known = schema["properties"] as? [String: [String: Any]] ?? [:]
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      found.append("\(path).\(name): missing")
    }
    for (name, member) in object {
      if let property = known[name] {
        found += problems(member, property, path: "\(path).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(path).\(name): not in the schema")
      }
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let matching = choices.filter { problems(object, $0, path: path).isEmpty }
      if matching.count != 1 { found.append("\(path): as \(matching.count) of the choices") }
      for choice in matching {
        known.merge(choice["properties"] as? [String: [String: Any]] ?? [:]) { first, _ in first }
      }
    }
    if schema["unevaluatedProperties"] as? Bool == false {
      found += object.keys.filter { known[$0] == nil }.map { "\(path).\($0): not in the schema" }
    }
    return found
  }

  private func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "null": value is NSNull
    case "string": value is String
    case "object": value is [String: Any]
    case "array": value is [Any]
    default: value is NSNumber
    }
  }
}
