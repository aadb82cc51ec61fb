//! What `help` and `inspect` show of the special methods that are slots: signature and one line.

const ROWS: &[(&str, &str, &str)] = &[
    ("__abs__", "($self, /)", "abs(self)"),
    ("__add__", "($self, value, /)", "Return self+value."),
    ("__and__", "($self, value, /)", "Return self&value."),
    ("__bool__", "($self, /)", "True if self else False"),
    ("__call__", "($self, /, *args, **kwargs)", "Call self as a function."),
    ("__contains__", "($self, key, /)", "Return bool(key in self)."),
    ("__delattr__", "($self, name, /)", "Implement delattr(self, name)."),
    ("__delete__", "($self, instance, /)", "Delete an attribute of instance."),
    ("__delitem__", "($self, key, /)", "Delete self[key]."),
    ("__divmod__", "($self, value, /)", "Return divmod(self, value)."),
    ("__eq__", "($self, value, /)", "Return self==value."),
    ("__float__", "($self, /)", "float(self)"),
    ("__floordiv__", "($self, value, /)", "Return self//value."),
    ("__ge__", "($self, value, /)", "Return self>=value."),
    ("__get__", "($self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner."),
    ("__getattribute__", "($self, name, /)", "Return getattr(self, name)."),
    ("__getitem__", "($self, key, /)", "Return self[key]."),
    ("__gt__", "($self, value, /)", "Return self>value."),
    ("__hash__", "($self, /)", "Return hash(self)."),
    ("__iadd__", "($self, value, /)", "Return self+=value."),
    ("__iand__", "($self, value, /)", "Return self&=value."),
    ("__ifloordiv__", "($self, value, /)", "Return self//=value."),
    ("__ilshift__", "($self, value, /)", "Return self<<=value."),
    ("__imatmul__", "($self, value, /)", "Return self@=value."),
    ("__imod__", "($self, value, /)", "Return self%=value."),
    ("__imul__", "($self, value, /)", "Return self*=value."),
    (
        "__index__",
        "($self, /)",
        "Return self converted to an integer, if self is suitable for use as an index into a list.",
    ),
    ("__init__", "($self, /, *args, **kwargs)", "Initialize self.  See help(type(self)) for accurate signature."),
    ("__int__", "($self, /)", "int(self)"),
    ("__invert__", "($self, /)", "~self"),
    ("__ior__", "($self, value, /)", "Return self|=value."),
    ("__ipow__", "($self, value, /)", "Return self**=value."),
    ("__irshift__", "($self, value, /)", "Return self>>=value."),
    ("__isub__", "($self, value, /)", "Return self-=value."),
    ("__iter__", "($self, /)", "Implement iter(self)."),
    ("__itruediv__", "($self, value, /)", "Return self/=value."),
    ("__ixor__", "($self, value, /)", "Return self^=value."),
    ("__le__", "($self, value, /)", "Return self<=value."),
    ("__len__", "($self, /)", "Return len(self)."),
    ("__lshift__", "($self, value, /)", "Return self<<value."),
    ("__lt__", "($self, value, /)", "Return self<value."),
    ("__matmul__", "($self, value, /)", "Return self@value."),
    ("__mod__", "($self, value, /)", "Return self%value."),
    ("__mul__", "($self, value, /)", "Return self*value."),
    ("__ne__", "($self, value, /)", "Return self!=value."),
    ("__neg__", "($self, /)", "-self"),
    ("__next__", "($self, /)", "Implement next(self)."),
    ("__or__", "($self, value, /)", "Return self|value."),
    ("__pos__", "($self, /)", "+self"),
    ("__pow__", "($self, value, mod=None, /)", "Return pow(self, value, mod)."),
    ("__radd__", "($self, value, /)", "Return value+self."),
    ("__rand__", "($self, value, /)", "Return value&self."),
    ("__rdivmod__", "($self, value, /)", "Return divmod(value, self)."),
    ("__repr__", "($self, /)", "Return repr(self)."),
    ("__rfloordiv__", "($self, value, /)", "Return value//self."),
    ("__rlshift__", "($self, value, /)", "Return value<<self."),
    ("__rmatmul__", "($self, value, /)", "Return value@self."),
    ("__rmod__", "($self, value, /)", "Return value%self."),
    ("__rmul__", "($self, value, /)", "Return value*self."),
    ("__ror__", "($self, value, /)", "Return value|self."),
    ("__rpow__", "($self, value, mod=None, /)", "Return pow(value, self, mod)."),
    ("__rrshift__", "($self, value, /)", "Return value>>self."),
    ("__rshift__", "($self, value, /)", "Return self>>value."),
    ("__rsub__", "($self, value, /)", "Return value-self."),
    ("__rtruediv__", "($self, value, /)", "Return value/self."),
    ("__rxor__", "($self, value, /)", "Return value^self."),
    ("__set__", "($self, instance, value, /)", "Set an attribute of instance to value."),
    ("__setattr__", "($self, name, value, /)", "Implement setattr(self, name, value)."),
    ("__setitem__", "($self, key, value, /)", "Set self[key] to value."),
    ("__str__", "($self, /)", "Return str(self)."),
    ("__sub__", "($self, value, /)", "Return self-value."),
    ("__truediv__", "($self, value, /)", "Return self/value."),
    ("__xor__", "($self, value, /)", "Return self^value."),
];

/// (signature, docstring) of a slot's method by its name.
pub fn slot_text(name: &str) -> Option<(&'static str, &'static str)> {
    let at = ROWS.binary_search_by(|row| row.0.cmp(name)).ok()?;
    Some((ROWS[at].1, ROWS[at].2))
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_are_sorted() {
        assert!(super::ROWS.is_sorted_by(|a, b| a.0 < b.0));
    }
}
