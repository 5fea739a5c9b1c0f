# SPDX-License-Identifier: MIT-0
r"""How a neural network computes its answer: a lesson to read and to run.

    inputs            hidden layer          output layer
     [2] ---------- 1 ---------> [5]
         \                 /        \
            \           1              2
               \     /                    \
                  X                          [9]
               /     \                    /
            /          -1             -1
         /                 \        /
     [3] ---------- 1 ---------> [1]

The numbers in brackets are values, one for each node. The number on a line is
its weight. A node multiplies each value that comes in from the left by the
weight on its line, and adds up:

    2*1 + 3*1 = 5       2*(-1) + 3*1 = 1       5*2 + 1*(-1) = 9

Going in this one direction, from the inputs to the output, is called forward
propagation. A hidden node also turns a negative sum into 0, but an output
node does not; here no sum is negative.

A weight says how strongly a value affects the node that its line leads to.
In machine learning, a computer finds such numbers from examples, instead of
being told the rules: that is training. Deep learning is machine learning with
networks of several layers. Here the weights are given.

In Python, a node is the list of its weights, in the order of its inputs from
top to bottom. A layer is a list of nodes, and a network is a list of layers.
In a terminal, in this file's folder, start python3 and type what follows >>>:

>>> from neuralbasics import *
>>> hidden_weights = [[1, 1], [-1, 1]]      # two nodes with two weights each
>>> output_weights = [[2, -1]]              # one node with two weights
>>> network = [hidden_weights, output_weights]
>>> forward([2, 3], network)
[9]

print(explain([2, 3], network)) shows every step. The network and its figures
are from "Deep Learning Introduction with Python" (Data Insight), here called
the article. For more, see README.md in the project neuralbasics.
"""
__version__ = "2.0.0"
__all__ = ["dot", "relu", "identity", "layer", "layer_values", "forward",
           "explain", "draw", "handout"]


# --- The lesson: vector, dot product, activation, layer, network -------------

def _sum_of_products(a, b):                 # dot, without its check
    return sum(x * y for x, y in zip(a, b))


def dot(a, b):
    """Return the dot product of two vectors: a number.

    A vector is a list of numbers. Multiply pair by pair, then add up.
    ValueError if `a` and `b` do not have the same length.

    >>> dot([1, 2, 3], [4, 5, 6])           # 1*4 + 2*5 + 3*6 = 4 + 10 + 18
    32
    """
    if len(a) != len(b):
        raise ValueError(f"a has length {len(a)}, but b has length {len(b)}")
    return _sum_of_products(a, b)


def relu(x):
    """Return the number `x`, or 0 if `x` is negative.

    relu, the rectified linear unit, is an activation function: it turns the
    sum that a node has added up into the node's value.

    >>> relu(3), relu(-3)
    (3, 0)
    """
    # max(0, x) would turn NaN, "not a number", into a healthy-looking 0.
    return max(x, 0)


def identity(x):
    """Return `x`: the activation function that changes nothing.

    >>> identity(-3)
    -3
    """
    return x


def layer(inputs, weights, biases=None, activation=identity):
    """Return the outputs of one layer: a list with a number for each node.

    `inputs` is a list of numbers; `weights` has a list for each node, with a
    weight for each input; `biases`, if there are any, has a number for each
    node, which is added to its sum. `activation` is a function that turns a
    sum into a value, given by its name, without brackets: relu, or one of
    your own. By default there is none; in a network, the hidden layers have
    relu. ValueError if the lists do not fit together.

    >>> layer([2, 3], [[1, 1], [-1, 1]])        # 2*1 + 3*1 and 2*(-1) + 3*1
    [5, 1]
    >>> def double(x):
    ...     return 2 * x
    ...
    >>> layer([2, 3], [[1, 1], [-1, 1]], activation=double)
    [10, 2]
    """
    _check_layer(inputs, weights, biases)       # the checks: see below
    sums = [dot(inputs, node_weights) for node_weights in weights]
    if biases is not None:
        sums = [node_sum + bias for node_sum, bias in zip(sums, biases)]
    return [activation(node_sum) for node_sum in sums]


def layer_values(inputs, weights, biases=None, activation=relu):
    """Return the values of every layer, inputs first: a list of lists.

    `inputs` is a list of numbers; `weights` is a network, a list of layers;
    `biases`, if there are any, has a list for each layer: [[4, -4], [1]]. One
    layer's outputs are the next one's inputs. The output has no activation.

    >>> layer_values([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [[2, 3], [5, 1], [9]]

    ValueError if the lists do not fit together, for example "weights[0][1]
    has 1 weight, but there are 2 inputs" (layers and nodes are numbered from
    0). TypeError if something is not a number or `activation` not a function.
    """
    _check_network(inputs, weights, biases, activation)
    if biases is None:
        biases = [None] * len(weights)
    values = [list(inputs)]                     # a copy of the inputs
    try:
        for i in range(len(weights) - 1):       # the hidden layers
            values.append(layer(values[i], weights[i], biases[i], activation))
        values.append(layer(values[-1], weights[-1], biases[-1]))
    except TypeError:                           # perhaps it is not a number:
        _check_numbers(inputs, weights, biases, values)     # say where it is,
        raise                                   # or pass the error on
    return values


def forward(inputs, weights, biases=None, activation=relu):
    """Return the values of the output layer: a list of numbers.

    This is forward propagation. Arguments and errors are those of
    `layer_values`. A bias changes the point at which relu lets a sum through:
    relu(5 + 4) = 9 and relu(1 - 4) = 0 here, and then 9*2 + 0*(-1) + 1 = 19.

    >>> forward([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]], [[4, -4], [1]])
    [19]
    """
    return layer_values(inputs, weights, biases, activation)[-1]


# --- The lesson, part two (doctest runs its examples, too) -------------------

__test__ = {"Why there is a hidden layer, and why there is relu": """
A bank wants to predict how many transactions a customer will make, from two
features: age (in tens of years) and balance (in thousands). A linear
regression multiplies each feature by a weight and adds up, as one node does.
Another thousand adds one transaction, whether the customer is 20 or 50:

>>> customers = [[2, 3], [2, 4], [5, 3], [5, 4]]    # [2, 3]: 20 years, 3000
>>> [forward(customer, [[[3, 1]]]) for customer in customers]   # one node
[[9], [10], [18], [19]]

In the article's network the effect of one feature depends on the other. The
same step adds one transaction at age 20, but two at age 50:

>>> network = [[[1, 1], [-1, 1]], [[2, -1]]]
>>> [forward(customer, network) for customer in customers]
[[9], [10], [16], [18]]

Its output is 2 * relu(age + balance) - 1 * relu(balance - age):

    age 20:     2*5 - 1*1 = 9      2*6 - 1*2 = 10
    age 50:     2*8 - 1*0 = 16     2*9 - 1*0 = 18

At age 50 the second hidden node has a negative sum, 3 - 5 or 4 - 5. relu
turns it into 0: the node is off, and nothing is taken from 2*8 and 2*9.
Without relu, two layers can do no more than one: 2 * (age + balance) -
1 * (balance - age) is 3*age + 1*balance, the linear regression again.

>>> [forward(customer, network, activation=identity) for customer in customers]
[[9], [10], [18], [19]]

Here the lesson ends, and the rest is for the classroom. You can now work out
what a network answers. To try: change a weight until a hidden node is off;
write an activation of your own; `explain` a network with two hidden layers.
"""}


# --- The checks, and speed ---------------------------------------------------
# Each check raises an error that names the place, or does nothing. Shapes come
# first: a layer's number of nodes is the next layer's number of inputs. All
# kinds of numbers will do: what is exact stays exact, and NaN stays visible.
_LISTS = list, tuple

try:                                    # faster ways; the last rounds less
    from operator import mul            # is not in MicroPython

    def _sum_of_products(a, b):
        return sum(map(mul, a, b))
    from math import sumprod as _sum_of_products    # since Python 3.12
except ImportError:
    pass


def _check_list(name, value, whole="", part=""):
    if not isinstance(value, _LISTS):
        hint = ""
        if hasattr(value, "tolist"):            # an array, such as NumPy's
            hint = f": use {name}.tolist()"
        elif hasattr(value, "__name__"):        # a function
            hint = f": did you mean activation={value.__name__}?"
        elif isinstance(value, (int, float)):
            hint = ": brackets may be missing"
        raise ValueError(f"{name} is {value!r:.60}, not a list{hint}")
    if part and not value:
        raise ValueError(f"{name} is empty: a {whole} needs at least one "
                         f"{part}")


def _check_biases(biases, weights, part, place=""):
    if biases is not None:
        _check_list("biases" + place, biases)
        if len(biases) != len(weights):
            raise ValueError(
                f"biases{place} has {_count(len(biases), 'item')}, but "
                f"weights{place} has {_count(len(weights), part)}")


def _check_layer(inputs, weights, biases):
    _check_list("inputs", inputs)
    _check_list("weights", weights, "layer", "node")
    _check_list("weights[0]", weights[0])
    _check_biases(biases, weights, "node")


def _check_network(inputs, weights, biases, activation):
    if not callable(activation):
        raise TypeError(f"activation is {activation!r:.60}, not a function")
    _check_list("inputs", inputs, "network", "input")
    _check_list("weights", weights, "network", "layer")
    size = len(inputs)
    for i, layer_weights in enumerate(weights):
        _check_list(f"weights[{i}]", layer_weights, "layer", "node")
        for j, node in enumerate(layer_weights):
            if not isinstance(node, _LISTS) or len(node) != size:
                _check_list(f"weights[{i}][{j}]", node)
                source = (f"weights[{i - 1}] gives it {_count(size, 'value')}"
                          if i else "there is 1 input" if size == 1
                          else f"there are {size} inputs")
                raise ValueError(
                    f"weights[{i}][{j}] has {_count(len(node), 'weight')}, "
                    f"but {source}")
        size = len(layer_weights)
    _check_biases(biases, weights, "layer")
    for i, layer_biases in enumerate(biases or []):
        _check_biases(layer_biases, weights[i], "node", f"[{i}]")


def _check_numbers(inputs, weights, biases, values):
    def check(name, value, depth):
        if depth:
            for i, part in enumerate(value or []):
                check(f"{name}[{i}]", part, depth - 1)
            return
        try:
            0 + value
        except TypeError:
            raise TypeError(f"{name} is {value!r:.60}, not a number") from None

    check("inputs", inputs, 1)
    check("weights", weights, 3)
    check("biases", biases, 2)
    check("the activation's result for weights", values[1:], 2)


def _count(number, word):
    return f"{number} {word}{'' if number == 1 else 's'}"


# --- For the classroom -------------------------------------------------------

_BLANK = "______"       # wide enough on paper for -12 in handwriting


def explain(inputs, weights, biases=None, activation=relu, blank=False):
    """Return the whole computation as text, a line for each step.

    Arguments and errors are those of `forward`. Nodes are numbered from 0.

    >>> print(explain([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]]))
    inputs: 2, 3
    <BLANKLINE>
    hidden layer
    node_0: 2*1 + 3*1 = 5
            relu(5) = 5
    node_1: 2*(-1) + 3*1 = 1
            relu(1) = 1
    <BLANKLINE>
    output layer
    node_0: 5*2 + 1*(-1) = 9
    <BLANKLINE>
    output: 9

    Floats have six significant digits. Where the numbers on a line do not, in
    Python, give exactly the result shown, the line says "= about 0.666667".
    `blank=True` leaves blanks to fill in. Of the weights, it shows those in
    each layer's first line; the others are on the picture that `draw` makes.
    """
    def shown(number):
        return float(_text(number)) if isinstance(number, float) else number

    def result(number, is_exact=True):
        return _BLANK if blank else "about " * (not is_exact) + _text(number)

    account = _account(inputs, weights, biases, activation)
    function = getattr(activation, "__name__", "activation")
    lines = ["inputs: " + ", ".join(map(_text, inputs))]
    known = [(x, _text(x, True)) for x in inputs]
    for name, nodes in account:
        lines += ["", name]
        for i, (node_weights, bias, node_sum, value) in enumerate(nodes):
            terms, total = [], 0        # what the line shows, and comes to
            for (x, factor), weight in zip(known, node_weights):
                terms.append(f"{factor}*" + (
                    _BLANK if blank and i else _text(weight, True)))
                total += shown(x) * shown(weight)
            if bias is not None:
                terms.append(_text(bias, True))
                total += shown(bias)
            is_exact = total == shown(node_sum) or total != total       # NaN
            lines.append(f"node_{i}: {' + '.join(terms)} = "
                         + result(node_sum, is_exact))
            if name != "output layer" and activation is not identity:
                is_exact = activation is relu or (
                    node_sum == shown(node_sum) and value == shown(value))
                lines.append(f"        {function}({result(node_sum)}) = "
                             + result(value, is_exact))
        known = [(value, _BLANK if blank else _text(value, True))
                 for _, _, _, value in nodes]
    return "\n".join(lines + ["", "output: " + ", ".join(
        result(value) for value, _ in known)])


def _account(inputs, weights, biases=None, activation=relu):
    """Return each layer's name and its nodes: (weights, bias, sum, value)."""
    values = layer_values(inputs, weights, biases, activation)
    names = ["hidden layer"] if len(weights) == 2 else [
        f"hidden layer {i}" for i in range(len(weights) - 1)]
    account = []
    for i, name in enumerate(names + ["output layer"]):
        layer_biases = biases and biases[i]
        sums = layer(values[i], weights[i], layer_biases)
        account.append((name, list(zip(
            weights[i], layer_biases or [None] * len(sums), sums,
            values[i + 1]))))
    return account


def _text(number, is_factor=False):
    """Return a number as text: of a float, six significant digits, no -0."""
    text = f"{number + 0.0:.6g}" if isinstance(number, float) else str(number)
    in_brackets = is_factor and (text[0] == "-" or "/" in text)
    return f"({text})" if in_brackets else text


_RADIUS, _ROW, _COLUMN = 26, 88, 270        # the grid of a picture, in pixels
_PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{0:g}" height="{1:g}"
viewBox="0 0 {0:g} {1:g}" font-family="sans-serif" text-anchor="middle"
style="max-width: 100%; height: auto; background: white">
<title>{2}</title>
<g stroke="#666">{3}</g>
<g stroke="black" stroke-width="1.5" fill="white">{4}</g>
<g stroke="white" stroke-linejoin="round" paint-order="stroke">{5}</g>
</svg>"""


def draw(inputs, weights, biases=None, activation=relu, blank=False):
    """Return a picture of the network: text in SVG, which browsers show.

    Arguments and errors are those of `forward`. A node that the activation
    turns to 0 is off: grey, dashed, and with the sum that it had. With
    `blank=True`, the circles of the hidden and output layers are empty.

    >>> draw([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]]).count("<circle")
    5
    """
    from html import escape
    account = _account(inputs, weights, biases, activation)
    columns = [("inputs", [([], None, x, x) for x in inputs])] + account
    most = max(len(nodes) for _, nodes in columns)
    stretch = max(1, (most + 1) / 5)    # room for the weights of many nodes
    row, step = (_ROW + 18 * bool(biases)) * stretch, _COLUMN * stretch
    lines, circles, labels, titles, before = [], [], [], [], []

    def label(x, y, words, size=16, room=_COLUMN, halo=4):
        size = min(size, room / (0.6 * len(words)))     # a letter's width: 0.6
        labels.append(
            f'<text x="{x:g}" y="{y + 0.35 * size:g}" stroke-width="{halo}" '
            f'font-size="{size:.3g}">{escape(words)}</text>')

    for k, (name, nodes) in enumerate(columns):
        values = ["?" if blank and k else _text(node[3]) for node in nodes]
        titles.append(f"{name}: {', '.join(values)}")
        x, top = 56 + step * k, 74 + row * (most - len(nodes)) / 2
        room = step / (len(before) + 1)     # from a weight to its node
        label(x, 12, name, 15.5)
        for i, (node_weights, bias, node_sum, value) in enumerate(nodes):
            y = top + row * i
            off = value == 0 and node_sum != 0 and not blank
            look = ' fill="#ddd" stroke-dasharray="5 3"' if off else ""
            circles.append(
                f'<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS}"{look}/>')
            if not (blank and k):
                label(x, y, values[i], 18, 2 * _RADIUS - 8)
            if k:
                label(x, y - _RADIUS - 10, f"node_{i}")
            notes = [] if bias is None else [f"bias {_text(bias)}"]
            notes += [f"was {_text(node_sum)}"] if off else []
            for j, note in enumerate(notes):
                label(x, y + _RADIUS + 10 + 16 * j, note, room=2 * room - 50)
            # From n nodes, lines lead to each node of the next column. After
            # n/(n + 1) of the way they are all equally far apart.
            for y0, weight in zip(before, node_weights):
                lines.append(f'<line x1="{x - step:g}" y1="{y0:g}" '
                             f'x2="{x:g}" y2="{y:g}"/>')
                label(x - room, y - (y - y0) / (len(before) + 1),
                      _text(weight), room=2 * (room - _RADIUS - 4), halo=11)
        before = [top + row * i for i in range(len(nodes))]
    return _PICTURE.format(
        112 + step * (len(columns) - 1), 36 + row * most,
        escape("; ".join(titles)), *map("\n".join, [lines, circles, labels]))


_ARTICLE = {"inputs": [2, 3], "weights": [[[1, 1], [-1, 1]], [[2, -1]]]}
_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<title>Forward propagation: worksheets</title>
<style>
@page { margin: 6mm 10mm }
body { font: 10pt/1.35 sans-serif; margin: auto; max-width: 182mm }
h1 { font-size: 13pt; margin: 0; break-before: page }
h1 span { float: right; font-size: 10pt; font-weight: normal }
p { margin: 3mm 0 3.6mm }
svg { display: block; margin: auto; max-height: 75mm }
pre { font-size: 10.5pt; line-height: 8.2mm; margin: 0 }
div { display: flex; align-items: center; gap: 4mm }
table { border-collapse: collapse; font-size: 9pt; text-align: center }
td, th { border: 1px solid; padding: 0.8mm 1mm; white-space: nowrap }
</style>
<h1>Forward propagation: an example</h1>
<p>Each node multiplies each incoming value by the weight on its line, and
adds up: this is the node's sum. In a hidden layer, relu turns a negative sum
into 0 and leaves other sums as they are. That is the node's value: it is in
the circle, and goes on to the next layer. The output layer has no relu. Nodes
are numbered from 0, top to bottom; * means times, and (-1) is just -1.</p>
<div>%s<pre>%s</pre></div>
<p>With 5 instead of 2, node_1 in the hidden layer has a negative sum. relu
turns it into 0: the node is off, and grey. The output goes from 9 to 16.</p>
<div>%s<pre>%s</pre></div>"""

_SHEET = """\
<h1>Forward propagation <span>Name: __________________________ Date:
____________ Set %s, sheet %s of %s</span></h1>
%s
<p>Multiply each incoming value by the weight on its line and add up. relu
turns a negative sum into 0 and leaves other sums as they are; the output
layer has no relu. Fill in the circles, too.</p>
<pre>%s</pre>
<p>1. Without relu, each sum goes on as it is. What is the output? %s</p>
<p>2. With relu again, add 1 to the first input. What is the output? %s</p>"""

_KEY = """\
<h1>Answer key <span>Set %s</span></h1>
<p>Made by: python neuralbasics.py handout --copies %s --seed %s --sizes %s</p>
<table>
<tr><th>sheet</th>%s<th>1. no relu</th><th>2. input + 1</th></tr>
%s
</table>"""


def handout(copies=1, seed=None, sizes=(2, 2, 1)):
    """Return an example, worksheets and their answer key: an HTML page.

    Each of the `copies` worksheets has a network of its own, with small whole
    numbers and these `sizes`: inputs, nodes of one or two hidden layers,
    outputs. The same `seed` makes the same worksheets again; without one, a
    random seed is chosen, and the answer key names it. ValueError if one of
    them is out of range, or if a sheet would not fit on a page.

    >>> page = handout(copies=2, seed=7)
    >>> page.count("<h1>"), page == handout(2, 7), page == handout(2, 8)
    (4, True, False)
    """
    import random
    if seed is None:
        seed = random.randrange(1000000)
    if not (type(copies) is int and 1 <= copies <= 1000):
        raise ValueError(f"copies must be 1 to 1000, not {copies!r:.60}")
    if not (type(seed) is int and 0 <= seed <= 999999):
        raise ValueError(f"seed must be 0 to 999999, not {seed!r:.60}")
    if not (isinstance(sizes, _LISTS) and len(sizes) in (3, 4)
            and all(type(size) is int for size in sizes)
            and 1 <= min(sizes) <= max(sizes) <= 7 - len(sizes)
            and min(sizes[1:-1]) >= 2):
        raise ValueError("sizes must be inputs, hidden nodes and outputs: 1 "
                         "to 4 of each, or 1 to 3 with two hidden layers, and "
                         f"2 or more in a hidden layer, not {sizes!r:.60}")
    chance = random.Random(seed).random
    page = [_PAGE % tuple(make(inputs, _ARTICLE["weights"]) for inputs in
                          ([2, 3], [5, 3]) for make in (draw, explain))]
    exercises, rows = [], []
    while len(rows) < copies:
        exercise = _exercise(chance, sizes, all_on=len(rows) % 2)
        row = _key_row(len(rows) + 1, *exercise)
        if row and exercise not in exercises:
            exercises.append(exercise)
            rows.append(row)
            blanks = ", ".join([_BLANK] * sizes[-1])
            page.append(_SHEET % (
                seed, len(rows), copies, draw(*exercise, blank=True),
                explain(*exercise, blank=True).replace("\n\n", "\n"),
                blanks, blanks))
    heads = "".join(f"<th colspan={len(nodes)}>{name}</th>"
                    for name, nodes in _account(*exercises[0]))
    for first in range(0, copies, 30):
        page.append(_KEY % (seed, copies, seed, " ".join(map(str, sizes)),
                            heads, "\n".join(rows[first:first + 30])))
    return "\n".join(page)


def _exercise(chance, sizes, all_on):
    """Return an exercise: hidden nodes are all on, or one a layer is off."""
    def pick(choices):                  # random.choice may change with Python
        return choices[int(chance() * len(choices))]

    values = inputs = [pick((-1, 1, 2, 3, 4, 5)) for _ in range(sizes[0])]
    weights = []
    for nodes in sizes[1:]:
        weights.append([])
        is_output = len(weights) == len(sizes) - 1
        off = None if all_on else pick(range(nodes))
        while len(weights[-1]) < nodes:
            node_weights = [pick((-3, -2, -1, 1, 2, 3)) for _ in values]
            node_sum = dot(values, node_weights)
            fits = is_output or (node_sum < 0) == (len(weights[-1]) == off)
            if fits and 0 < abs(node_sum) <= 12:
                weights[-1].append(node_weights)
        values = layer(values, weights[-1], activation=relu)
    return inputs, weights


def _key_row(number, inputs, weights):
    """Return a row of the answer key, or None if it is no good exercise."""
    account = _account(inputs, weights)
    questions = [_account(inputs, weights, None, identity),
                 _account([inputs[0] + 1] + inputs[1:], weights)]
    if account[-1] == questions[1][-1] or any(      # or hard to do in the head
            abs(node_sum) > 12 for question in questions
            for _, nodes in question for _, _, node_sum, _ in nodes):
        return None
    cells = [number] + [
        value if value == node_sum else f"{value}, was {node_sum}"
        for _, nodes in account for _, _, node_sum, value in nodes]
    cells += [", ".join(str(value) for _, _, _, value in question[-1][1])
              for question in questions]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def main(argv=None):
    """Run the command line; return its exit status, 0 if all went well."""
    import argparse
    import json
    import sys

    def number(word):
        return int(word) if word.lstrip("-").isdigit() else float(word)

    parser = argparse.ArgumentParser(description="Explain a neural network.")
    parser.add_argument("--version", action="version", version=__version__)
    parser.set_defaults(make=explain, path="-", inputs=[], network=None)
    commands = parser.add_subparsers(metavar="command")
    for make, path, words in [
            (explain, "-", "show every step from the inputs to the output"),
            (draw, "network.svg", "draw a network"),
            (handout, "handout.html", "make worksheets with an answer key")]:
        command = commands.add_parser(make.__name__, help=words)
        command.set_defaults(make=make)
        add = command.add_argument
        add("-o", metavar="FILE", dest="path", default=path,
            help=f"a new file, or - to print (without -o: {path})")
        if make is handout:
            add("--copies", type=int, default=1, help="how many worksheets")
            add("--seed", type=int, help="the same one makes the same again")
            add("--sizes", type=int, nargs="+", default=[2, 2, 1],
                help="inputs, nodes in each hidden layer, outputs (2 2 1)")
        else:
            add("inputs", type=number, nargs="*",
                help="numbers, instead of the network's own inputs")
            add("--blank", action="store_true", help="leave blanks to fill in")
            add("--network", metavar="FILE", help="JSON: an object with "
                '"weights" and, if wanted, "biases" and "inputs"')
    options = vars(parser.parse_args(argv))
    make, path = options.pop("make"), options.pop("path")
    inputs, source = options.pop("inputs"), options.pop("network")
    network = {} if make is handout else dict(_ARTICLE)
    try:
        if source:
            with open(source, encoding="utf-8-sig") as file:
                network = json.load(file)
            if not isinstance(network, dict):
                raise ValueError('not an object such as {"weights": [[[1]]]}')
        if inputs:
            network["inputs"] = inputs
        text, source = make(**options, **network), None
        if path == "-":
            print(text, flush=True)
        else:
            _write(path, text)          # stderr can show any file's name
            print(path, "is ready: open it in a browser", file=sys.stderr)
    except BrokenPipeError:             # nobody reads on, as after | head
        sys.stdout = None               # or Python would try once more
    except (ArithmeticError, OSError, RecursionError, TypeError,
            ValueError) as fault:
        parser.error(f"{source}: {fault}" if source else str(fault))
    return 0


def _write(path, text):
    """Write a text to a new file: the whole text, or no file."""
    import os
    file = open(path, "x", encoding="utf-8", newline="\n")
    try:
        with file:
            file.write(text + "\n")
    except BaseException:               # Ctrl-C, too
        os.remove(path)
        raise


if __name__ == "__main__":
    raise SystemExit(main())
