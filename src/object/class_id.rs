//! Numbers of the builtin classes: one row each.

/// Declares the ids; `@exceptions` rows are (name, base), made into classes without further code.
macro_rules! class_ids {
    ($($name:ident = $python:literal),* $(,)? ; exceptions: $($exc:ident : $base:ident),* $(,)?) => {
        /// A builtin class, as an index into [`super::Runtime::classes`].
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        #[allow(missing_docs)]
        #[repr(u16)]
        pub enum ClassId { $($name,)* $($exc,)* }

        impl ClassId {
            /// All ids in order.
            pub const ALL: &[ClassId] = &[$(ClassId::$name,)* $(ClassId::$exc,)*];
            /// Python's name of the class.
            pub const fn name(self) -> &'static str {
                match self { $(ClassId::$name => $python,)* $(ClassId::$exc => stringify!($exc),)* }
            }
            /// The exception classes with their bases, bases first.
            pub const EXCEPTIONS: &[(ClassId, ClassId)] = &[$((ClassId::$exc, ClassId::$base),)*];
        }
    };
}

class_ids! {
    Object = "object", Type = "type", NoneType = "NoneType", NotImplementedType = "NotImplementedType",
    EllipsisType = "ellipsis", Bool = "bool", Int = "int", Float = "float", Complex = "complex", Str = "str",
    Bytes = "bytes", ByteArray = "bytearray", List = "list", Tuple = "tuple", Dict = "dict", Set = "set",
    FrozenSet = "frozenset", Range = "range", Slice = "slice", Function = "function",
    BuiltinFunction = "builtin_function_or_method", MethodDescriptor = "method_descriptor",
    ClassMethodDescriptor = "classmethod_descriptor",
    BoundMethod = "method", Module = "module", Code = "code", Cell = "cell", Generator = "generator",
    Coroutine = "coroutine", AsyncGenerator = "async_generator", Property = "property",
    ClassMethod = "classmethod", StaticMethod = "staticmethod", Super = "super", Traceback = "traceback",
    Frame = "frame", RangeIterator = "range_iterator", ListIterator = "list_iterator",
    ListReverseIterator = "list_reverseiterator", TupleIterator = "tuple_iterator", StrIterator = "str_iterator",
    StrAsciiIterator = "str_ascii_iterator", BytesIterator = "bytes_iterator",
    DictKeys = "dict_keys", DictValues = "dict_values", DictItems = "dict_items",
    DictKeyIterator = "dict_keyiterator", DictValueIterator = "dict_valueiterator",
    DictItemIterator = "dict_itemiterator", DictReverseKeyIterator = "dict_reversekeyiterator",
    DictReverseValueIterator = "dict_reversevalueiterator", DictReverseItemIterator = "dict_reverseitemiterator",
    SetIterator = "set_iterator", CallableIterator = "callable_iterator", SequenceIterator = "iterator",
    Enumerate = "enumerate", Zip = "zip", Map = "map", Filter = "filter", Reversed = "reversed",
    MappingProxy = "mappingproxy", GetSetDescriptor = "getset_descriptor", MemberDescriptor = "member_descriptor",
    SlotWrapper = "wrapper_descriptor", MethodWrapper = "method-wrapper", WeakRef = "ReferenceType",
    WeakProxy = "weakproxy", GenericAlias = "types.GenericAlias", Union = "types.UnionType",
    SimpleNamespace = "types.SimpleNamespace", TypeVar = "TypeVar", ParamSpec = "ParamSpec",
    TypeVarTuple = "TypeVarTuple", TypeAliasType = "TypeAliasType", MemoryView = "memoryview",
    LongRangeIterator = "longrange_iterator", Generic = "Generic";
    exceptions:
    BaseException: Object, BaseExceptionGroup: BaseException, GeneratorExit: BaseException,
    KeyboardInterrupt: BaseException, SystemExit: BaseException, Exception: BaseException,
    ArithmeticError: Exception, FloatingPointError: ArithmeticError, OverflowError: ArithmeticError,
    ZeroDivisionError: ArithmeticError, AssertionError: Exception, AttributeError: Exception,
    BufferError: Exception, EOFError: Exception, ImportError: Exception, ModuleNotFoundError: ImportError,
    LookupError: Exception, IndexError: LookupError, KeyError: LookupError, MemoryError: Exception,
    NameError: Exception, UnboundLocalError: NameError, OSError: Exception, BlockingIOError: OSError,
    ChildProcessError: OSError, ConnectionError: OSError, BrokenPipeError: ConnectionError,
    ConnectionAbortedError: ConnectionError, ConnectionRefusedError: ConnectionError,
    ConnectionResetError: ConnectionError, FileExistsError: OSError, FileNotFoundError: OSError,
    InterruptedError: OSError, IsADirectoryError: OSError, NotADirectoryError: OSError, PermissionError: OSError,
    ProcessLookupError: OSError, TimeoutError: OSError, ReferenceError: Exception, RuntimeError: Exception,
    NotImplementedError: RuntimeError, PythonFinalizationError: RuntimeError, RecursionError: RuntimeError,
    StopAsyncIteration: Exception, StopIteration: Exception, SyntaxError: Exception, IndentationError: SyntaxError,
    TabError: IndentationError, SystemError: Exception, TypeError: Exception, ValueError: Exception,
    UnicodeError: ValueError, UnicodeDecodeError: UnicodeError, UnicodeEncodeError: UnicodeError,
    UnicodeTranslateError: UnicodeError, ExceptionGroup: BaseExceptionGroup, Warning: Exception,
    BytesWarning: Warning, DeprecationWarning: Warning, EncodingWarning: Warning, FutureWarning: Warning,
    ImportWarning: Warning, PendingDeprecationWarning: Warning, ResourceWarning: Warning, RuntimeWarning: Warning,
    SyntaxWarning: Warning, UnicodeWarning: Warning, UserWarning: Warning,
}
