"""Makes the vectors beside this file from the specification's executable reference.

Usage: python3 vectors.py DIRECTORY_OF_DEFINITIONS_PY

The reference is design/mvp/canonical-abi/definitions.py of the repository WebAssembly/component-model. It is imported from
where it lies and is no part of this project. README.md beside this file describes the form of what is written.
"""

import random
import struct
import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
import definitions as d  # noqa: E402

d.DETERMINISTIC_PROFILE = True
random.seed(20261125)

RANDOM_TYPES = 400
RANDOM_FUNCTIONS = 300
RANDOM_VALUES = 300
RANDOM_TEXTS = 25
MEMORY_BYTES = 1 << 16
FIRST_FREE = 1024
OPTIONS = d.LiftLowerOptions(memory=d.MemInst(bytearray(), 'i32'))

PRIMITIVES = {
    'bool': d.BoolType, 's8': d.S8Type, 'u8': d.U8Type, 's16': d.S16Type, 'u16': d.U16Type, 's32': d.S32Type,
    'u32': d.U32Type, 's64': d.S64Type, 'u64': d.U64Type, 'f32': d.F32Type, 'f64': d.F64Type, 'char': d.CharType,
    'string': d.StringType,
}
WIDTHS = {'s8': 8, 'u8': 8, 's16': 16, 'u16': 16, 's32': 32, 'u32': 32, 's64': 64, 'u64': 64}
RESOURCE = d.ResourceType(None)


# Types are tuples here: ('u8',), ('list', t), ('record', t, ...), ('variant', t or None, ...), ('enum', n), ...

def text(t):
    if t is None:
        return '_'
    if isinstance(t, int):
        return str(t)
    return t[0] if len(t) == 1 else '(' + ' '.join([t[0]] + [text(u) for u in t[1:]]) + ')'


def reference(t):
    kind, parts = t[0], t[1:]
    if kind in PRIMITIVES:
        return PRIMITIVES[kind]()
    match kind:
        case 'own': return d.OwnType(RESOURCE)
        case 'borrow': return d.BorrowType(RESOURCE)
        case 'list': return d.ListType(reference(parts[0]))
        case 'map': return d.MapType(reference(parts[0]), reference(parts[1]))
        case 'record': return d.RecordType([d.FieldType('f%d' % i, reference(u)) for i, u in enumerate(parts)])
        case 'tuple': return d.TupleType([reference(u) for u in parts])
        case 'variant': return d.VariantType([d.CaseType('c%d' % i, maybe_reference(u)) for i, u in enumerate(parts)])
        case 'enum': return d.EnumType(['l%d' % i for i in range(parts[0])])
        case 'flags': return d.FlagsType(['l%d' % i for i in range(parts[0])])
        case 'option': return d.OptionType(reference(parts[0]))
        case 'result': return d.ResultType(maybe_reference(parts[0]), maybe_reference(parts[1]))
    raise ValueError(kind)


def maybe_reference(t):
    return None if t is None else reference(t)


def random_type(depth, handles):
    leaves = list(PRIMITIVES) + (['own', 'borrow'] if handles else [])
    kinds = ['leaf'] if depth == 0 else [
        'leaf', 'list', 'map', 'record', 'tuple', 'variant', 'enum', 'flags', 'option', 'result']
    kind = random.choice(kinds)
    inner = lambda: random_type(depth - 1, handles)
    maybe = lambda: inner() if random.random() < 0.5 else None
    match kind:
        case 'leaf': return (random.choice(leaves),)
        case 'map': return ('map', (random.choice(['string', 'u32', 'char', 'bool', 's64']),), inner())
        case 'record' | 'tuple': return (kind, *[inner() for _ in range(random.randint(1, 5))])
        case 'variant': return ('variant', *[maybe() for _ in range(random.randint(1, 5))])
        case 'enum': return ('enum', random.choice([1, 2, 3, 255, 256, 257, 300]))
        case 'flags': return ('flags', random.randint(1, 32))
        case 'result': return ('result', maybe(), maybe())
    return (kind, inner())


def corner_types():
    leaves = [(p,) for p in PRIMITIVES] + [('own',), ('borrow',)]
    yield from leaves
    yield from (('enum', n) for n in (1, 2, 255, 256, 257, 65535, 65536, 65537))
    yield from (('flags', n) for n in (1, 7, 8, 9, 15, 16, 17, 31, 32))
    for t in leaves:
        yield from (('list', t), ('option', t), ('result', t, None), ('result', None, t), ('tuple', ('u8',), t))
        yield from (('tuple', t, ('u8',)), ('variant', t, None, ('u8',)), ('option', ('option', t)))
    yield ('result', None, None)
    for a in leaves[:13]:
        for b in leaves[:13]:
            yield ('variant', a, b)
    for cases in (2, 255, 256, 257):
        yield ('variant', *([('u64',)] + [None] * (cases - 1)))
    for width in (15, 16, 17, 18):
        yield ('tuple', *[('u32',)] * width)
        yield ('record', *[('string',)] * (width // 2), ('u8',))
        yield ('variant', None, ('tuple', *[('f32',)] * width), ('tuple', *[('f64',)] * width))


def flat(types):
    return ','.join(types) if types else '-'


def write(name, lines):
    Path(__file__).with_name(name).write_text('\n'.join(lines) + '\n', encoding='ascii')


def layouts():
    types = list(corner_types()) + [random_type(4, True) for _ in range(RANDOM_TYPES)]
    for t in dict.fromkeys(types):
        r = reference(t)
        size, alignment = d.elem_size(r, 'i32'), d.alignment(r, 'i32')
        if len(text(t)) <= 2000:
            yield '%s %d %d %s' % (text(t), size, alignment, flat(d.flatten_type(r, OPTIONS)))


def functions():
    for _ in range(RANDOM_FUNCTIONS):
        parameters = [random_type(random.randint(0, 2), True) for _ in range(random.randint(0, 12))]
        result = random_type(2, False) if random.random() < 0.8 else None
        ft = d.FuncType([('p%d' % i, reference(t)) for i, t in enumerate(parameters)],
                        [] if result is None else [reference(result)])
        sides = [d.flatten_functype(d.CanonicalOptions(memory=OPTIONS.memory), ft, side) for side in ('lift', 'lower')]
        columns = [column for side in sides for column in (flat(side.params), flat(side.results))]
        yield ' '.join([text(('func', *parameters)), text(result)] + columns)


# Values: the reference's form of a random value, and its text.

CODE_POINTS = [0, 0x61, 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff]


def random_text():
    most = random.choice([0x80, 0x80, 0x100, 0x800, 0x10000, 0x110000])
    pool = [c for c in CODE_POINTS if c < most]
    return ''.join(chr(random.choice(pool)) for _ in range(random.randint(0, 9)))


def source(s, encoding):
    """A string as the reference has it, of a source that has the encoding itself."""
    match encoding:
        case 'utf8': return (s, 'utf8', len(s.encode('utf-8')))
        case 'utf16': return (s, 'utf16', len(s.encode('utf-16-le')) // 2)
    if all(ord(c) < 256 for c in s):
        return (s, encoding, len(s))
    return tagged(s)


def tagged(s):
    return (s, 'latin1+utf16', (len(s.encode('utf-16-le')) // 2) | (1 << 31))


def random_value(t, encoding):
    kind, parts = t[0], t[1:]
    value = lambda u: random_value(u, encoding)
    match kind:
        case 'bool':
            v = random.random() < 0.5
            return v, str(v).lower()
        case 'f32' | 'f64':
            code, form = ('<I', '<f') if kind == 'f32' else ('<Q', '<d')
            bits = random.getrandbits(32 if kind == 'f32' else 64)
            v = struct.unpack(form, struct.pack(code, bits))[0]
            return (0.0, '0') if v != v else (v, '%x' % bits)
        case 'char':
            c = random.choice(CODE_POINTS)
            return chr(c), str(c)
        case 'string':
            s = random_text()
            return source(s, encoding), 'x' + s.encode('utf-8').hex()
        case 'enum':
            i = random.randrange(parts[0])
            return {'l%d' % i: None}, str(i)
        case 'flags':
            bits = random.getrandbits(parts[0])
            return {'l%d' % i: bool(bits >> i & 1) for i in range(parts[0])}, str(bits)
        case 'list':
            return listed([value(parts[0]) for _ in range(random.randint(0, 4))], list)
        case 'map':
            entries = [value(('tuple', *parts)) for _ in range(random.randint(0, 3))]
            return listed(entries, list)
        case 'tuple':
            return listed([value(u) for u in parts], lambda vs: {str(i): v for i, v in enumerate(vs)})
        case 'record':
            return listed([value(u) for u in parts], lambda vs: {'f%d' % i: v for i, v in enumerate(vs)})
        case 'variant':
            return cased(['c%d' % i for i in range(len(parts))], parts, value)
        case 'option':
            return cased(['none', 'some'], (None, parts[0]), value)
        case 'result':
            return cased(['ok', 'error'], parts, value)
    width = WIDTHS[kind]
    bits = random.choice([0, 1, -1, 1 << (width - 1), random.getrandbits(width)]) % (1 << width)
    v = bits - (1 << width) if kind[0] == 's' and bits >> (width - 1) else bits
    return v, str(v)


def listed(pairs, make):
    return make([v for v, _ in pairs]), '(' + ' '.join(w for _, w in pairs) + ')'


def cased(labels, types, value):
    i = random.randrange(len(labels))
    if types[i] is None:
        return {labels[i]: None}, '(%d)' % i
    v, word = value(types[i])
    return {labels[i]: v}, '(%d %s)' % (i, word)


class Guest:
    """A memory and the simplest allocator that can also grow and shrink; notes what it was asked for."""

    def __init__(self, encoding):
        self.memory = bytearray(MEMORY_BYTES)
        self.free = FIRST_FREE
        self.asked = []
        opts = d.LiftLowerOptions(encoding, d.MemInst(self.memory, 'i32'), None)
        self.context = d.LiftLowerContext(opts, d.ComponentInstance(d.Store()))
        self.context.reallocate = self.reallocate

    def reallocate(self, old, old_bytes, alignment, new_bytes):
        self.asked.append('%d:%d:%d:%d' % (old, old_bytes, alignment, new_bytes))
        if old != 0 and new_bytes <= old_bytes:
            return old
        pointer = d.align_to(self.free, alignment)
        self.free = pointer + new_bytes
        self.memory[pointer:pointer + old_bytes] = self.memory[old:old + old_bytes]
        return pointer


def values():
    for i in range(RANDOM_VALUES):
        encoding = ('utf8', 'utf16', 'latin1+utf16')[i % 3]
        t = random_type(3, False)
        v, word = random_value(t, encoding)
        r = reference(t)
        guest = Guest(encoding)
        pointer = guest.context.allocate(d.alignment(r, 'i32'), d.elem_size(r, 'i32'))
        d.store(guest.context, v, r, pointer)
        yield ' '.join([encoding, text(t), word, 'x' + guest.memory[FIRST_FREE:guest.free].hex()])


def transcodings():
    texts = ['', 'a', 'plain', '\x7f\x80', 'a\u00e9', '\u00e9', 'ab\u0100', '\u0100ab', '\u00ff\u20ac', '\U0001d11e',
             'a\u00e9\u20ac\U0001d11e', '\u00e9' * 9, 'a' * 17, 'a' * 17 + '\u20ac']
    texts += [random_text() for _ in range(RANDOM_TEXTS)]
    for s in dict.fromkeys(texts):
        sources = [source(s, 'utf8'), source(s, 'utf16'), source(s, 'latin1+utf16'), tagged(s)]
        for v in dict.fromkeys(sources):
            for target in ('utf8', 'utf16', 'latin1+utf16'):
                guest = Guest(target)
                pointer, units = d.store_string_into_range(guest.context, v)
                yield ' '.join([v[1], str(v[2]), 'x' + s.encode('utf-8').hex(), target, ','.join(guest.asked),
                                str(pointer), str(units), 'x' + guest.memory[FIRST_FREE:guest.free].hex()])


write('layouts.txt', layouts())
write('functions.txt', functions())
write('values.txt', values())
write('transcodings.txt', transcodings())
