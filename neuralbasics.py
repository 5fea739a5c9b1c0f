# SPDX-License-Identifier: MIT-0
r"""How a neural network computes its answer, in one file to read and to run.

Machine learning means that a computer finds out from examples how to do a
task, instead of being told step by step. A neural network is one thing that
can learn in this way: layers of nodes, where each node adds up what comes
from the layer before. Deep learning is machine learning with networks that
have several layers; those between the inputs and the output are hidden.

Here is a network with two inputs, two hidden nodes and one output node. Its
lines lead from left to right:

    inputs           hidden layer        output layer

       2 ------ 1 ------> 5
         \             /    \
          -1         1        2
             \     /            \
                X                 ->  9
             /     \            /
           /         \       -1
         /             \    /
       3 ------ 1 ------> 1

The number on a line is a weight. It says how strongly the value at the line's
start affects the node at its end: the node multiplies each value that comes
in by its line's weight, and adds up. 2*1 + 3*1 = 5 and 2*(-1) + 3*1 = 1, and
then 5*2 + 1*(-1) = 9. (A hidden node would make 0 of a negative sum: see relu
below.) Training a network means changing its weights until its answers are
good; here the weights are given. A network is a list of layers, a layer a
list of nodes, and a node a list with the weights of the lines that end there.
To try it, start Python where this file is:

>>> from neuralbasics import *
>>> hidden = [[1, 1], [-1, 1]]
>>> output = [[2, -1]]
>>> forward([2, 3], [hidden, output])
[9]

The lesson goes from vectors (lists of numbers) to networks and ends where
"The checks" begin. This network and its figures are from "Deep Learning
Introduction with Python" (Data Insight), here called the article. For more,
see README.md in the project neuralbasics, where this file is from.
"""
import math
import operator

__version__ = "1.0.0"
__all__ = ["dot", "relu", "identity", "layer", "layer_values", "forward",
           "explain", "draw", "handout", "main"]


# --- The lesson --------------------------------------------------------------

def dot(a, b):
    """Return the dot product of two vectors: a number.

    Multiply pair by pair, then add up. What is exact stays exact:

    >>> dot([1, 2, 3], [4, 5, 6])       # 1*4 + 2*5 + 3*6 = 4 + 10 + 18
    32
    >>> from fractions import Fraction
    >>> dot([Fraction(1, 3), 1], [2, 1])
    Fraction(5, 3)

    ValueError if `a` and `b` are not lists (or tuples) of the same length,
    TypeError if they hold something that is not a number:

    >>> dot([2, 3], [1])
    Traceback (most recent call last):
    ValueError: a has length 2, but b has length 1
    """
    try:
        if type(a) is type(b) is list and len(a) == len(b):
            return _sum_of_products(a, b)   # sum(map(operator.mul, a, b))
    except TypeError:
        pass
    return _careful_dot("a", a, "b", b)     # not lists, or something fails


def relu(x):
    """Return the number `x`, or 0 where `x` is negative.

    relu, the rectified linear function, is an activation function: it turns
    the sum that a node has added up into the node's output. NaN ("not a
    number") stays NaN, as in NumPy and PyTorch. TypeError if `x` is a list.

    >>> relu(3), relu(-3), relu(float("nan"))
    (3, 0, nan)
    """
    return max(x, 0)    # max(0, x) would turn NaN into a healthy-looking 0


def identity(x):
    """Return `x`: the activation function that changes nothing.

    >>> identity(-3)
    -3
    """
    return x


def layer(inputs, weights, biases=None, activation=identity):
    """Return the outputs of one layer: a list with a number for each node.

    `inputs` is a list of numbers; `weights` has a list for each node, with a
    weight for each input. Here 2*1 + 3*1 = 5 and 2*(-1) + 3*1 = 1:

    >>> layer([2, 3], [[1, 1], [-1, 1]])
    [5, 1]

    A bias is a number that a node adds to its sum, whatever the inputs are.
    `biases`, if there are any, is a list with a number for each node; the
    activation comes after them. Here relu(5 + 4) = 9 and relu(1 - 4) = 0:

    >>> layer([2, 3], [[1, 1], [-1, 1]], [4, -4], relu)
    [9, 0]

    ValueError if a list is missing or has the wrong length, TypeError if
    something is not a number or `activation` is not a function.
    """
    if biases is not None or type(weights) is not list or not weights:
        _check_lists(weights, biases, 1)
    try:
        if biases is None:
            return [activation(dot(inputs, node_weights))
                    for node_weights in weights]
        return [activation(dot(inputs, node_weights) + bias)
                for node_weights, bias in zip(weights, biases)]
    except (TypeError, ValueError):
        _check_layer(inputs, weights, biases, activation)
        raise           # the lists are good: it is the activation's own error


def layer_values(inputs, weights, biases=None, activation=relu):
    """Return the values of every layer, inputs first: a list of lists.

    `inputs` is a list of numbers, `weights` a list of layers as `layer` takes
    them; `biases`, if there are any, has a list of numbers for each layer.
    One layer's outputs are the next layer's inputs. The activation works on
    the hidden layers alone, so that an output may be negative:

    >>> layer_values([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [[2, 3], [5, 1], [9]]
    >>> layer_values([2, 1], [[[1, 1], [-1, 1]], [[-2, 1]]])    # relu(-1) = 0
    [[2, 1], [3, 0], [-6]]

    The errors are those of `layer`. They name the place, counted from 0, as
    weights[layer][node]:

    >>> layer_values([2, 3], [[[1, 1], [-1]], [[2, -1]]])
    Traceback (most recent call last):
    ValueError: weights[0][1] has length 1, but inputs has length 2
    """
    if biases is not None or type(weights) is not list or not weights:
        _check_lists(weights, biases, 2)
    values = [inputs]
    for i, layer_weights in enumerate(weights):
        is_output = i == len(weights) - 1
        layer_biases = None if biases is None else biases[i]
        try:
            values.append(layer(values[i], layer_weights, layer_biases,
                                identity if is_output else activation))
        except (TypeError, ValueError):
            _check_layer(values[i], layer_weights, layer_biases, activation, i)
            raise
    if len(inputs) == 0:
        raise ValueError("inputs must be a list of numbers, not []")
    values[0] = list(inputs)    # a copy, so that the caller's stays as it is
    return values


def forward(inputs, weights, biases=None, activation=relu):
    """Return the values of the output layer: a list of numbers.

    This is forward propagation: in one direction, from inputs to output. It
    takes what `layer_values` takes, and its errors are the same.

    >>> article = [[[1, 1], [-1, 1]], [[2, -1]]]
    >>> forward([2, 3], article)        # 5 and 1, then 5*2 + 1*(-1) = 9
    [9]

    What is a hidden layer good for? A bank wants to predict how many
    transactions a customer will make, from two features: age (in tens of
    years) and balance (in thousands). A linear regression multiplies each
    feature by a number of its own and adds up, say 3*age + 1*balance. That is
    a network of one layer with one node. A balance of 4 instead of 3 means
    one transaction more, at age 20 as at age 50:

    >>> customers = [[2, 3], [2, 4], [5, 3], [5, 4]]    # age and balance
    >>> [forward(customer, [[[3, 1]]]) for customer in customers]
    [[9], [10], [18], [19]]

    In the article's network the features act together. The same step means
    one transaction more at age 20, but two at age 50. There relu switches the
    second hidden node off (-5 + 3 and -5 + 4 are negative), and nothing is
    taken from 2*8 and 2*9:

    >>> [forward(customer, article) for customer in customers]
    [[9], [10], [16], [18]]

    Without relu, two layers can do no more than one: 2*(age + balance) -
    1*(-age + balance) is 3*age + 1*balance, the linear regression again.

    >>> [forward(customer, article, None, identity) for customer in customers]
    [[9], [10], [18], [19]]
    """
    return layer_values(inputs, weights, biases, activation)[-1]


# --- The checks --------------------------------------------------------------
# What does not fit is refused, and the message says where it is. To save time,
# the lesson looks at single nodes and numbers only when something has failed.

def _check_list(name, value, depth):
    """Raise a ValueError unless `value` is a list, and not an empty layer."""
    is_array = hasattr(value, "tolist") and hasattr(value, "__len__")   # NumPy
    if not (isinstance(value, (list, tuple)) or is_array) or (
            depth and not len(value)):
        raise ValueError(f"{name} must be a list of {'lists of ' * depth}"
                         f"numbers, not {value!r:.60}") from None


def _check_length(name, value, other_name, other):
    """Raise a ValueError unless the two lists have the same length."""
    if len(value) != len(other):
        raise ValueError(f"{name} has length {len(value)}, but {other_name} "
                         f"has length {len(other)}") from None


def _check_lists(weights, biases, depth, at=""):
    """Check the lists of a layer (`depth` 1) or of a network (2)."""
    _check_list("weights" + at, weights, depth)
    if biases is not None:
        _check_list("biases" + at, biases, depth - 1)
        _check_length("biases" + at, biases, "weights" + at, weights)
        if depth == 2:
            for i, layer_biases in enumerate(biases):
                _check_list(f"biases[{i}]", layer_biases, 0)
                _check_lists(weights[i], layer_biases, 1, f"[{i}]")


def _check_layer(inputs, weights, biases, activation, i=None):
    """Check a layer, weights[i] of a network, down to its numbers."""
    if not callable(activation):
        raise TypeError("activation must be a function such as relu, "
                        f"not {activation!r:.60}") from None
    at = "" if i is None else f"[{i}]"
    _check_lists(weights, biases, 1, at)
    source = f"the output of weights[{i - 1}]" if i else "inputs"
    sums = [_careful_dot(f"weights{at}[{node}]", node_weights, source, inputs)
            for node, node_weights in enumerate(weights)]
    if biases is not None:
        _careful_dot("biases" + at, biases, "the nodes' sums", sums)


# Python 3.12 and later have a fast sum of products, MicroPython has no mul.
_multiply = getattr(operator, "mul", lambda x, y: x * y)
_sum_of_products = getattr(math, "sumprod",
                           lambda a, b: sum(map(_multiply, a, b)))


def _careful_dot(name, a, other_name, b):
    """Return the dot product of two vectors, or say why there is none."""
    _check_list(name, a, 0)
    _check_list(other_name, b, 0)
    try:
        if len(a) == len(b):
            return _sum_of_products(a, b)
    except TypeError:
        pass
    for vector_name, vector in (name, a), (other_name, b):
        for i, value in enumerate(vector):
            try:
                0 + value
            except TypeError:
                raise TypeError(f"{vector_name}[{i}] is {value!r:.60}, "
                                "not a number") from None
    _check_length(name, a, other_name, b)
    raise TypeError(f"{name} and {other_name} hold numbers of kinds that do "
                    "not mix, such as Decimal and float") from None


# --- For the classroom -------------------------------------------------------

def explain(inputs, weights, biases=None, activation=relu):
    """Return the whole computation as text.

    It takes what `forward` takes, and its errors are the same. A bias comes
    last in its node's sum. Floats are shown with six significant digits, and
    a result with fewer where a line would not be true as it stands.

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
    """
    return "\n".join(_lines(inputs, weights, biases, activation))


def _lines(inputs, weights, biases, activation, blank=False):
    """Return the lines of `explain`; `blank` leaves gaps to be filled in."""
    def gap(text):
        return "____" if blank else text

    function = getattr(activation, "__name__", "<lambda>")
    function = function.replace("<lambda>", "activation")
    steps = _steps(inputs, weights, biases, activation)
    lines = ["inputs: " + ", ".join(map(_text, inputs))]
    values, factors = inputs, list(map(_factor, inputs))
    for k, (name, sums, outputs) in enumerate(steps):
        lines += ["", name]
        for i, node_weights in enumerate(weights[k]):
            terms = [f"{x}*{_factor(weight)}"
                     for x, weight in zip(factors, node_weights)]
            seen = 0
            for x, weight in zip(values, node_weights):
                seen += _seen(x) * _seen(weight)
            if biases is not None:
                terms.append(_factor(biases[k][i]))
                seen += _seen(biases[k][i])
            lines.append(f"node_{i}: {' + '.join(terms)} = "
                         + gap(_result(sums[i], seen)))
            if activation is not identity and k < len(weights) - 1:
                try:
                    seen = activation(_seen(sums[i]))
                except (ArithmeticError, ValueError):
                    seen = outputs[i]
                lines.append(f"        {function}({gap(_text(sums[i]))}) = "
                             + gap(_result(outputs[i], seen)))
        values, factors = outputs, [gap(_factor(x)) for x in outputs]
    return lines + ["", "output: " + ", ".join(
        gap(_text(x)) for x in outputs)]


def _steps(inputs, weights, biases, activation):
    """Return each layer's name, its nodes' sums and its outputs."""
    values = layer_values(inputs, weights, biases, activation)
    sums = [layer(values[k], weights[k], None if biases is None else biases[k])
            for k in range(len(weights))]
    names = ["hidden layer"] if len(weights) == 2 else [
        f"hidden layer {k}" for k in range(len(weights) - 1)]
    return list(zip(names + ["output layer"], sums, values[1:]))


def _text(number):
    """Return a number as text, a float with six significant digits."""
    if isinstance(number, float):
        return f"{number + 0.0:.6g}"        # + 0.0 makes 0 of -0
    return str(number)


def _factor(number):
    """Return a number as text, in parentheses where it needs them."""
    text = _text(number)
    return f"({text})" if text[0] == "-" or "/" in text else text


def _seen(number):
    """Return the number that somebody sees who reads `_text`."""
    return float(_text(number)) if isinstance(number, float) else number


def _result(number, seen):
    """Return `number` as text, with as many digits as `seen` agrees with.

    `seen` is what the rounded numbers on the left of the line come to.
    """
    if not isinstance(number, float):
        return _text(number)
    for digits in range(6, 0, -1):
        text = f"{number + 0.0:.{digits}g}"
        if text == f"{seen + 0.0:.{digits}g}":
            return text
    return _text(seen)


def draw(inputs, weights, biases=None, activation=relu, blank=False):
    """Return a picture of the network: text in SVG, which browsers show.

    It takes what `forward` takes, and its errors are the same. A node that
    the activation has switched off is grey and dashed, with what it was
    before. `blank=True` leaves the circles after the inputs empty.

    >>> picture = draw([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    >>> picture.count("<circle"), picture.count("<line")
    (5, 6)
    >>> "<title>inputs: 2, 3; hidden layer: 5, 1; output layer: 9" in picture
    True
    """
    from html import escape
    steps = _steps(inputs, weights, biases, activation)
    columns = [("inputs", [(_text(x), False, []) for x in inputs])]
    for k, (name, sums, outputs) in enumerate(steps):
        columns.append((name, []))
        for i, (x, output) in enumerate(zip(sums, outputs)):
            off = x != 0 and output == 0 and not blank
            notes = [] if biases is None else [f"bias {_text(biases[k][i])}"]
            notes += [f"was {_text(x)}"] if off else []
            value = "" if blank else _text(output)
            columns[-1][1].append((value, off, notes))

    # From n nodes above each other, lines lead to each node of the next
    # column. After n/(n + 1) of the way they are all equally far apart: there
    # the weights have room, each near the node that it belongs to. (Pictures
    # of more than 30 nodes in a column would grow too high, and are denser.)
    parts = [min(len(column), 30) + 1 for _, column in columns]
    most = max(len(column) for _, column in columns)
    nodes = [node for _, column in columns for node in column]
    radius = max(24, max(5.3 * len(value) + 4 for value, _, _ in nodes))
    reach = max([radius] + [4 * len(note) for _, _, notes in nodes
                            for note in notes])
    reach += 4.7 * max(len(_text(weight)) for layer_weights in weights
                       for node_weights in layer_weights
                       for weight in node_weights)
    row = max(20 * max(parts[:-1]), 2 * radius + 36
              + 16 * max(len(notes) for _, _, notes in nodes))

    def text(x, y, size, words, back=""):
        width = 0.66 * size * len(words)
        if back:                    # so that no line shows behind the words
            back = (f'<rect x="{x - width / 2:g}" y="{y - size:g}" '
                    f'width="{width:g}" height="{1.25 * size:g}" '
                    f'fill="{back}"/>')
        return (f'{back}<text x="{x:g}" y="{y:g}" font-size="{size}">'
                f'{escape(words)}</text>')

    lines, marks, before, x = [], [], [], reach + 40
    for k, (name, column) in enumerate(columns):
        x += max(180, parts[k - 1] * (reach + 12)) if k else 0
        y = 36 + row * (most - len(column) + 1) / 2
        marks.append(text(x, 22, 16, name))
        here = []
        for i, (value, off, notes) in enumerate(column):
            here.append((x, y))
            for j, (x0, y0) in enumerate(before):
                lines.append(f'<line x1="{x0:g}" y1="{y0:g}" x2="{x:g}" '
                             f'y2="{y:g}" stroke="#666"/>')
                marks.append(text(x - (x - x0) / parts[k - 1],
                                  y - (y - y0) / parts[k - 1] + 5,
                                  14, _text(weights[k - 1][i][j]), "white"))
            look = 'fill="#ddd" stroke-dasharray="5 3"' if off else (
                'fill="white"')
            marks.append(f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" '
                         f'stroke="black" stroke-width="1.5" {look}/>'
                         + text(x, y + 6, 16, value))
            if k:
                marks.append(text(x, y - radius - 6, 12, f"node_{i}", "white"))
            marks += [text(x, y + radius + 15 + 16 * n, 12, note, "white")
                      for n, note in enumerate(notes)]
            y += row
        before = here
    title = "; ".join(
        f"{name}: " + ", ".join(value or "?" for value, _, _ in column)
        for name, column in columns)
    width, height = x + reach + 40, 44 + row * most
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" '
        f'height="{height:g}" viewBox="0 0 {width:g} {height:g}" '
        'style="max-width: 100%; height: auto" '
        'font-family="sans-serif" text-anchor="middle">'
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="white"/>']
        + lines + marks + ["</svg>"])


_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Forward propagation: worksheets</title>
<style>
@page { margin: 12mm }
body { font: 12pt sans-serif; margin: 0 }
section { break-after: page }
section:last-child { break-after: auto }
h1 { font-size: 18pt; margin: 0 }
h1 span { float: right; font-size: 12pt; font-weight: normal }
svg { display: block; max-height: 78mm; width: 100% }
pre { font-size: 12pt; margin: 0 }
ol { columns: 85mm; column-gap: 8mm; padding: 0; list-style: inside decimal }
li { break-inside: avoid }
</style>
"""


def handout(copies=1, seed=None, sizes=(2, 2, 1)):
    """Return worksheets and then their key: text, an HTML page to print.

    Each of the `copies` sheets has a network of these `sizes` (inputs, nodes
    of each hidden layer, outputs) and small whole numbers of its own. They
    follow from `seed`, a whole number from 0 on; without one, it is drawn.

    >>> page = handout(copies=2, seed=7)
    >>> page.count("<section"), page == handout(2, 7), page == handout(2, 8)
    (3, True, False)

    ValueError if one of them is not such a number, if no hidden layer has two
    nodes, or if there are not so many different sheets:

    >>> handout(copies=0)
    Traceback (most recent call last):
    ValueError: copies must be a whole number from 1 on, not 0
    """
    import random
    if seed is None:
        seed = random.randrange(1000000)
    _check_list("sizes", sizes, 0)
    limits = [("copies", copies, 1), ("seed", seed, 0)]
    limits += [(f"sizes[{i}]", size, 1) for i, size in enumerate(sizes)]
    for name, number, least in limits:
        if not isinstance(number, int) or number < least:
            raise ValueError(f"{name} must be a whole number from {least} on, "
                             f"not {number!r:.60}")
    if max(sizes[1:-1], default=0) < 2:
        raise ValueError("sizes must be inputs, hidden nodes and outputs, with"
                         f" 2 nodes or more in a hidden layer, not {sizes!r}")
    chance = random.Random(seed).random
    page, key, taken = [_PAGE], [], set()
    for number in range(1, copies + 1):
        for _ in range(1000):
            inputs, weights = _exercise(chance, sizes)
            exercise = str((inputs, weights))
            if exercise not in taken:
                break
        else:
            raise ValueError(f"found only {len(taken)} different sheets")
        taken.add(exercise)
        lines = [line if ":" in line or "=" in line else f"<b>{line}</b>" for
                 line in _lines(inputs, weights, None, relu, True) if line]
        size = min(4.2, 110 / len(lines), 300 / max(map(len, lines)))
        page.append(
            f"<section>\n<h1>Forward propagation <span>Sheet {number} of "
            f"{copies}</span></h1>\n<p>Name: {'_' * 36} &nbsp; "
            f"Date: {'_' * 16}</p>\n{draw(inputs, weights, blank=True)}\n"
            "<p>Work out each line. A hidden node's circle takes the number "
            "after relu, and so do the lines of the next layer. relu gives 0 "
            "for a negative number, and the number itself otherwise. The "
            "output layer does without relu.</p>\n"
            f'<pre style="line-height: {min(11, 120 / len(lines)):.2f}mm; '
            f'font-size: {size:.2f}mm">' + "\n".join(lines)
            + "</pre>\n</section>")
        key.append("<li>" + "; ".join(
            f"{name}: " + ", ".join(
                f"{x}" if x == output else f"{output} (was {x})"
                for x, output in zip(sums, outputs))
            for name, sums, outputs in _steps(inputs, weights, None, relu))
            + "</li>")
    return "\n".join(page + [
        f"<section>\n<h1>Key to all sheets <span>Seed {seed}</span></h1>\n"
        "<p>Each layer's outputs, the first node first; where relu made 0 of "
        "a negative number, what it was before. To make the same sheets again:"
        "</p>\n<pre>python neuralbasics.py handout --copies "
        f"{copies} --seed {seed} --layers {' '.join(map(str, sizes))}</pre>\n"
        "<ol>"] + key + ["</ol>\n</section>\n</html>"])


def _exercise(chance, sizes):
    """Return inputs and weights for a worksheet that relu plays a part in."""
    def pick(numbers):
        return numbers[int(chance() * len(numbers))]

    values, weights = [], []
    while len(set(values)) < min(2, sizes[0]):      # not all the same
        values = inputs = [pick((1, 2, 3, 4, 5)) for _ in range(sizes[0])]
    for nodes in sizes[1:]:
        sums = []
        is_output = len(weights) == len(sizes) - 2
        while len(set(sums)) < min(2, nodes) or not is_output and (
                max(sums) < 0 or nodes > 1 and min(sums) > 0):
            layer_weights = []
            while len(layer_weights) < nodes:
                node_weights = [pick((-3, -2, -1, 1, 2, 3)) for _ in values]
                if 0 < abs(dot(values, node_weights)) <= 12:
                    layer_weights.append(node_weights)
            sums = layer(values, layer_weights)
        weights.append(layer_weights)
        values = [relu(x) for x in sums]
    return inputs, weights


def main(argv=None):
    """Run the command line and return its exit status, 0 if all went well.

    `argv` is a list of words, by default those the program was started with.

    >>> main(["explain", "4", "-1"])        # doctest: +ELLIPSIS
    inputs: 4, -1
    ...
    output: 6
    0

    SystemExit, with status 2 and one line on standard error, if a word, a
    file or a network is not right.
    """
    import argparse
    import os
    import sys

    class Parser(argparse.ArgumentParser):
        def error(self, message):           # one line, where argparse has two
            self.exit(2, f"neuralbasics: {' '.join(message.split())}\n")

        def print_help(self, file=None):    # argparse would hide a full disk
            print(self.format_help(), end="", file=file, flush=True)

    def number(word):
        try:
            return int(word)
        except ValueError:
            return float(word)

    parser = Parser(
        prog="neuralbasics.py", description="How a neural network computes "
        "its answer. Without a command: the article's network, explained.")
    parser.add_argument("--version", action="store_true",
                        help="show the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="command")
    explaining = commands.add_parser(
        "explain", help="show every step from the inputs to the output")
    drawing = commands.add_parser(
        "draw", help="draw a network with its weights and values")
    drawing.add_argument("--blank", action="store_true",
                         help="leave the values empty, to be filled in")
    for command in explaining, drawing:
        command.add_argument(
            "--network", metavar="FILE", help="a JSON file with an object "
            'that holds "weights" and, if wanted, "biases", "inputs" and '
            '"activation" ("relu" or "identity"); without it, the article\'s '
            "network")
        command.add_argument(
            "inputs", type=number, nargs="*", help="numbers; without them, "
            "those of the file, or 2 3 for the article's network")
    printing = commands.add_parser(
        "handout", help="make worksheets to print, and their key")
    printing.add_argument("--copies", type=int, default=1, metavar="N",
                          help="how many different sheets (1)")
    printing.add_argument("--seed", type=int, metavar="N", help="a whole "
                          "number: the same one makes the same sheets")
    printing.add_argument("--layers", type=int, nargs="+", metavar="N",
                          default=[2, 2, 1], help="how many inputs, nodes in "
                          "each hidden layer, and outputs (2 2 1)")
    for command, name in (drawing, "network.svg"), (printing, "handout.html"):
        command.add_argument("-o", metavar="FILE", dest="output", default=name,
                             help=f"the new file, or - to print ({name})")

    try:
        options = parser.parse_args(
            (sys.argv[1:] if argv is None else argv) or ["explain"])
        if options.version:
            text = f"neuralbasics {__version__}"
        elif options.command == "handout":
            text = handout(options.copies, options.seed, options.layers)
        else:
            network = _read_network(options.network)
            network["inputs"] = options.inputs or network.get("inputs")
            if network["inputs"] is None:
                raise ValueError(f"{options.network} holds no inputs: give "
                                 "them on the command line")
            text = (explain(**network) if options.command == "explain"
                    else draw(blank=options.blank, **network))
        path = getattr(options, "output", "-")
        if path != "-":
            file = open(path, "x", encoding="utf-8", newline="\n")
            try:
                with file:
                    file.write(text + "\n")
            except OSError as fault:
                os.remove(path)             # rather none than half of it
                fault.filename = path
                raise
            text = f"{path} is ready: open it in a browser and print it"
        print(text, flush=True)
    except OSError as fault:
        if isinstance(fault, FileExistsError):
            parser.error(f"{path} exists: choose another name with -o")
        if fault.filename is None:      # then print would fail once more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            fault.filename = "standard output"
        if not isinstance(fault, BrokenPipeError):
            parser.error(f"{fault.filename}: {fault.strerror}")
    except RecursionError:
        parser.error(f"{options.network} is nested too deeply")
    except (TypeError, ValueError, OverflowError) as fault:
        parser.error(str(fault))
    return 0


def _read_network(path):
    """Return what a JSON file holds as arguments for `forward`."""
    import json
    if path is None:
        return {"weights": [[[1, 1], [-1, 1]], [[2, -1]]], "inputs": [2, 3]}
    with open(path, encoding="utf-8-sig") as file:      # Notepad's mark, too
        try:
            network = json.load(file)
        except ValueError as fault:
            raise ValueError(f"{path} is not JSON in UTF-8: {fault}")
    if not isinstance(network, dict) or "weights" not in network:
        raise ValueError(f'{path} must hold an object with "weights"')
    for key in network:
        if key not in ("weights", "biases", "inputs", "activation"):
            raise ValueError(f'{path} holds {key!r:.60}, but only "weights", '
                             '"biases", "inputs" and "activation" are known')
    activation = network.get("activation", "relu")
    if activation not in ("relu", "identity"):
        raise ValueError(f'{path}: activation must be "relu" or "identity", '
                         f"not {activation!r:.60}")
    network["activation"] = relu if activation == "relu" else identity
    return network


if __name__ == "__main__":
    raise SystemExit(main())
