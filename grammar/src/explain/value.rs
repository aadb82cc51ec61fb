//! What a rule has matched: enough of a tree to name an expression and to find a bad target.

/// The result of a rule, or of a part of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or nothing that matters.
    #[default]
    None,
    /// A token, by index.
    Token(u32),
    /// A node, by index.
    Node(u32),
    /// A list, by the index of its last cell.
    List(u32),
}

/// What a node is, named as in the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Other,
    Seq,
    Args,
    Keyword,
    /// `**x` in a call.
    Keywords,
    Name,
    Attribute,
    Subscript,
    Starred,
    List,
    Tuple,
    Lambda,
    Call,
    Operation,
    Compare,
    /// A comparison whose first operator is `in`: the target of a `for`, read as an expression.
    CompareIn,
    IfExp,
    Named,
    Yield,
    Await,
    ListComp,
    SetComp,
    DictComp,
    GenExp,
    Dict,
    Set,
    FString,
    Literal,
    True,
    False,
    None,
    Ellipsis,
}

impl Shape {
    /// The shape a rule's action names.
    pub fn named(name: &str) -> Option<Shape> {
        Some(match name {
            "other" => Shape::Other,
            "seq" => Shape::Seq,
            "args" => Shape::Args,
            "keyword" => Shape::Keyword,
            "keywords" => Shape::Keywords,
            "name" => Shape::Name,
            "attribute" => Shape::Attribute,
            "subscript" => Shape::Subscript,
            "starred" => Shape::Starred,
            "list" => Shape::List,
            "tuple" => Shape::Tuple,
            "lambda" => Shape::Lambda,
            "call" => Shape::Call,
            "operation" => Shape::Operation,
            "compare" => Shape::Compare,
            "compare_in" => Shape::CompareIn,
            "ifexp" => Shape::IfExp,
            "named" => Shape::Named,
            "yield" => Shape::Yield,
            "await" => Shape::Await,
            "listcomp" => Shape::ListComp,
            "setcomp" => Shape::SetComp,
            "dictcomp" => Shape::DictComp,
            "genexp" => Shape::GenExp,
            "dict" => Shape::Dict,
            "set" => Shape::Set,
            "fstring" => Shape::FString,
            "literal" => Shape::Literal,
            "true" => Shape::True,
            "false" => Shape::False,
            "none" => Shape::None,
            "ellipsis" => Shape::Ellipsis,
            _ => return None,
        })
    }

    /// What messages call an expression of this shape.
    pub fn description(self) -> &'static str {
        match self {
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::Starred => "starred",
            Shape::Name => "name",
            Shape::List => "list",
            Shape::Tuple => "tuple",
            Shape::Lambda => "lambda",
            Shape::Call => "function call",
            Shape::GenExp => "generator expression",
            Shape::Yield => "yield expression",
            Shape::Await => "await expression",
            Shape::ListComp => "list comprehension",
            Shape::SetComp => "set comprehension",
            Shape::DictComp => "dict comprehension",
            Shape::Dict => "dict literal",
            Shape::Set => "set display",
            Shape::FString => "f-string expression",
            Shape::Literal => "literal",
            Shape::True => "True",
            Shape::False => "False",
            Shape::None => "None",
            Shape::Ellipsis => "ellipsis",
            Shape::Compare | Shape::CompareIn => "comparison",
            Shape::IfExp => "conditional expression",
            Shape::Named => "named expression",
            _ => "expression",
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Node {
    pub shape: Shape,
    /// Indices of the first token and of the last.
    pub first: u32,
    pub last: u32,
    /// The parts, in order; a part may be a list or a `Seq`.
    pub parts: [Value; 2],
}

/// All values of a run.
#[derive(Default)]
pub struct Values {
    pub nodes: Vec<Node>,
    /// Lists as chains: an element, and the list before it.
    cells: Vec<(Value, Value)>,
}

/// Which targets are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Targets {
    Assign,
    Delete,
    For,
}

impl Values {
    pub fn node(&mut self, node: Node) -> Value {
        self.nodes.push(node);
        Value::Node(self.nodes.len() as u32 - 1)
    }

    /// The list with one more element.
    pub fn append(&mut self, list: Value, element: Value) -> Value {
        self.cells.push((element, list));
        Value::List(self.cells.len() as u32 - 1)
    }

    /// The elements of a value: itself, or those of a list or `Seq`, in order.
    pub fn items(&self, value: Value) -> Vec<Value> {
        let mut out = Vec::new();
        let mut work = vec![value];
        // Parts are visited from the last to the first, and the result is turned round.
        while let Some(value) = work.pop() {
            match value {
                Value::None => {}
                Value::List(cell) => {
                    let (element, before) = self.cells[cell as usize];
                    work.extend([before, element]);
                }
                Value::Node(node) if self.nodes[node as usize].shape == Shape::Seq => {
                    work.extend(self.nodes[node as usize].parts);
                }
                _ => out.push(value),
            }
        }
        out.reverse();
        out
    }

    /// The elements of a node's parts.
    pub fn parts(&self, node: u32) -> Vec<Value> {
        let [a, b] = self.nodes[node as usize].parts;
        let mut items = self.items(a);
        items.extend(self.items(b));
        items
    }

    /// The shape of a value; tokens are names or no expressions at all.
    pub fn shape(&self, value: Value) -> Shape {
        match value {
            Value::Node(node) => self.nodes[node as usize].shape,
            Value::Token(_) => Shape::Name,
            _ => Shape::Other,
        }
    }

    /// First and last token of a value.
    pub fn range(&self, value: Value) -> (u32, u32) {
        match value {
            Value::Token(token) => (token, token),
            Value::Node(node) => {
                let node = &self.nodes[node as usize];
                (node.first, node.last)
            }
            Value::List(_) => {
                let items = self.items(value);
                let first = items.first().map_or(0, |&item| self.range(item).0);
                let last = items.last().map_or(0, |&item| self.range(item).1);
                (first, last)
            }
            Value::None => (0, 0),
        }
    }

    /// The first part of an expression that cannot be a target.
    pub fn invalid_target(&self, value: Value, targets: Targets) -> Option<Value> {
        let mut work = vec![value];
        while let Some(value) = work.pop() {
            let Value::Node(node) = value else {
                continue;
            };
            match self.nodes[node as usize].shape {
                Shape::Name | Shape::Attribute | Shape::Subscript => {}
                Shape::List | Shape::Tuple => work.extend(self.parts(node).into_iter().rev()),
                Shape::Starred if targets != Targets::Delete => work.extend(self.parts(node)),
                Shape::CompareIn if targets == Targets::For => work.extend(self.parts(node)),
                Shape::Compare if targets == Targets::For => {}
                _ => return Some(value),
            }
        }
        None
    }
}
