# SPDX-License-Identifier: MIT-0
r"""How a neural network computes its answer: a lesson to read and to run.

THE QUESTION. A bank wants to predict how many transactions a customer will
make next year. It knows two numbers about each: the age, in tens of years, and
the balance of the account, in thousands. So 2 and 3 mean a customer of 20 who
has 3000. A simple way is a formula: multiply each number by a weight, and add.

    age*3 + balance*1           for this customer: 2*3 + 3*1 = 9

Such a formula is called linear, and finding the weights that fit past
customers best is called linear regression. (It can add a constant, too.) But
whatever the weights, 1000 more in the account adds the same for everybody,
here 1. What if it should add more for older customers? We can add an input
such as age*balance, but must think of it first. A neural network can get such
effects without that input.

THE NETWORK. Here is a small one, with the same customer. Its weights are made
up for this lesson.

          inputs          hidden layer       output layer

      age (2) . . . . 1 . . . . (5)
              \               /     \
                 \         1           2
                    \   /                (9)
                    /   \
                 /        -1          -1
              /               \     /
  balance (3) . . . . 1 . . . . (1)

Each (number) is a node, also called a neuron, and the number is its value. A
column of nodes is a layer; the middle one is called hidden, as it is neither
the input nor the answer. The number on a line is a weight: on the line from
the age to the lower hidden node, it is -1.

An input node only has its value. Each hidden or output node multiplies each
value in the layer before it by the weight on the line between them, and adds
the results. That is the node's sum, also called a weighted sum:

    2*1 + 3*1 = 5       2*(-1) + 3*1 = 1       5*2 + 1*(-1) = 9

If a value grows by 1, the sum changes by the weight on its line: if the
balance is 4 and not 3, the first sum is 6. Going layer by layer, from the
inputs to the output, is called forward propagation.

THE SWITCH. Another customer also has 3000, but is 50. The hidden nodes' sums
are 5*1 + 3*1 = 8 and 5*(-1) + 3*1 = -2, and now comes a new rule: in a hidden
layer, a negative sum becomes 0. So the second node's value is 0, and the
output is 8*2 + 0*(-1) = 16.

The function that turns a negative number into 0, and leaves all others as they
are, is called relu, often written ReLU. (Drawn, it has a bend at 0; it does
not jump.) A hidden node is off if relu gives 0 (its sum is not above 0), and
otherwise on. For any customer, the second node's sum is age*(-1) + balance*1,
which is balance - age. So it is on if the balance number is greater than the
age number, and otherwise off.

relu is one of many activation functions, which turn a node's sum into its
value. Our output node has none: its sum is its value.

IN PYTHON, a node is the list of the weights on the lines that lead to it, from
top to bottom; a layer is a list of nodes, and a network a list of layers. The
inputs are a list of their own. Start Python in this file's folder, and type
what follows >>> or ... (an empty line ends a loop):

>>> from neuralbasics import *
>>> hidden_layer = [[1, 1], [-1, 1]]        # two nodes with two weights each
>>> output_layer = [[2, -1]]                # one node with two weights
>>> network = [hidden_layer, output_layer]  # [[[1, 1], [-1, 1]], [[2, -1]]]
>>> forward([2, 3], network)                # the answer: a list of one output
[9]

And this shows every step. A layer's nodes are numbered from 0:

>>> print(explain([5, 3], network))
inputs: 5, 3
hidden layer
    node_0: 5*1 + 3*1 = 8
            relu(8) = 8
    node_1: 5*(-1) + 3*1 = -2
            relu(-2) = 0
output layer
    node_0: 8*2 + 0*(-1) = 16

WHY IT CAN DO MORE. Here are four customers, with both predictions:

>>> customers = [[2, 3], [2, 4], [5, 3], [5, 4]]
>>> for age, balance in customers:
...     formula = age*3 + balance*1
...     print(age, balance, formula, forward([age, balance], network))
...
2 3 9 [9]
2 4 10 [10]
5 3 18 [16]
5 4 19 [18]

At age 20, the step from 3000 to 4000 adds 1 in both. At age 50, it adds 1 in
the formula again, but 2 in the network. Follow the step, node by node:

    from [2, 3] to [2, 4]               from [5, 3] to [5, 4]
    node_0, from 5 to 6, times 2:  +2   node_0, from 8 to 9, times 2:  +2
    node_1, from 1 to 2, times -1: -1   node_1, stays 0:                0
    together:                       1   together:                       2

So another thousand adds 2 while node_1 stays off, and 1 once its sum has
reached 0. A step that crosses 0 adds something between: from [5, 4.5] to
[5, 5.5], node_0 adds 2, and node_1, from 0 to 0.5, takes 0.5 away: 1.5. (All
this is for ages and balances from 0 up, where node_0's sum is never negative.)
What the balance adds depends on the age: this is called an interaction. It
also depends on the balance itself: at age 50, the step from 4000 to 5000 adds
2, but the step from 5000 to 6000 adds 1.

WITHOUT RELU, the network gives the formula's answers. The function `identity`
changes nothing:

>>> for customer in customers:
...     print(forward(customer, network, activation=identity))
...
[9]
[10]
[18]
[19]

Why? Another thousand now raises node_0 and node_1 by 1 each, always. So it
raises the output by 1*2 + 1*(-1) = 1, always. Ten years raise node_0 by 1 and
lower node_1 by 1, and raise the output by 1*2 + (-1)*(-1) = 3. Without relu,
equal steps of an input (of any size, whatever the other inputs are) are equal
steps of each hidden node, and so of the next layer, and so of the output. So
with any weights and any number of layers, each output is one linear formula.
To do more, a network needs an activation function whose graph is not a
straight line: doubling each sum would not help.

BIAS. A hidden or output node can have a bias: one more number in its sum. In a
node that stays on, it is simply added. But it also moves the point at which a
hidden node turns on: with a bias of -2, our node_1 is on only if the balance
number is greater than the age number + 2. Write a list of biases for the
hidden layer, and one for the output layer, with 0 for no bias. With -2 there,
and 3 in the output node, the customer [2, 3] has the hidden sums
2*1 + 3*1 = 5 and 2*(-1) + 3*1 + (-2) = -1, which relu turns into 0, and the
output 5*2 + 0*(-1) + 3 = 13:

>>> forward([2, 3], network, biases=[[0, -2], [3]])
[13]

WHERE TO GO FROM HERE. A computer can find weights and biases by itself. It
changes them little by little, to bring the answers nearer to those known from
past customers, and we hope that this will suit new customers, too. This is
called training. A network with several hidden layers is called deep.

To try, with age numbers and balance numbers that are whole, from 0 up:
1. In our network, without biases: from which balance numbers does another
   thousand add 2, at age number 2? From which does it add 1, at age number 5?
2. In [[[1, 0], [0, 1]], [[2, 1]]] with biases [[-3, -3], [0]], does the effect
   of another thousand depend on the age? On the balance?
3. Without relu, one node does the same as [[[1, 2], [3, -1]], [[2, 1]]]. Which
   weights does it have? Does relu change the answer to [2, 3]? To [1, 4]?

Answers: 1. From 0 and 1, as node_1 stays off; from 5 up, as its sum is then 0
or more. 2. Not on the age, as each hidden node uses only one of the numbers.
But on the balance: from 0, 1 and 2 it adds 0, as node_1 stays off, and from 3
up 1. 3. [5, 3], as 1*2 + 3*1 = 5 and 2*2 + (-1)*1 = 3. To [2, 3], no, as both
sums are above 0. To [1, 4], yes: node_1 has the sum -1, and the answer is 18,
without relu 17.

The article "Deep Learning Introduction with Python" (Data Insight) has this
network, the bank and relu, separately. We put them together and went on.
"""
import sys
from collections import namedtuple

__version__ = "4.0.0"
__all__ = ["dot", "relu", "identity", "layer", "layer_values", "forward",
           "explain", "draw", "handout"]


# --- The code ----------------------------------------------------------------

def dot(a, b):
    """Return the dot product of two vectors: a number.

    A vector is a list of numbers. Multiply them pair by pair, and add: a
    node's sum is the dot product of its inputs and its weights, plus its bias
    if it has one. ValueError if the lengths differ.

    >>> dot([1, 2, 3], [4, 5, 6])           # 1*4 + 2*5 + 3*6 = 4 + 10 + 18
    32
    """
    if len(a) != len(b):
        raise ValueError(f"lengths {len(a)} and {len(b)} differ")
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def relu(x):
    """Return the number `x`, or 0 if it is negative (rectified linear unit).

    >>> relu(3), relu(-3)
    (3, 0)
    """
    return max(x, 0)


def identity(x):
    """Return `x`: the activation function that changes nothing.

    >>> identity(-3)
    -3
    """
    return x


def layer(inputs, nodes, biases=None, activation=identity):
    """Return the outputs of one layer: a list with a number for each node.

    `inputs` is a list of numbers, and each of the `nodes` is a list with a
    weight for each input; `biases`, if given, has a number for each node. The
    `activation` is the function itself, without quotation marks: relu, or one
    of your own. By default nothing is changed, as in our output layer.
    ValueError if lengths differ.

    >>> layer([5, 3], [[1, 1], [-1, 1]])        # 5*1 + 3*1 and 5*(-1) + 3*1
    [8, -2]
    """
    if biases is not None and len(biases) != len(nodes):
        raise ValueError(
            f"{len(nodes)} nodes, but a list of {len(biases)} for biases")
    outputs = []
    for i, weights in enumerate(nodes):
        node_sum = dot(inputs, weights)
        if biases is not None:
            node_sum += biases[i]
        outputs.append(activation(node_sum))
    return outputs


def layer_values(inputs, network, biases=None, activation=relu,
                 output_activation=identity):
    """Return the values of every layer, inputs first: a list of lists.

    `network` is a list of layers; `biases`, if given, has a list (or None) for
    each. The outputs of one layer are the inputs of the next. The hidden
    layers have the `activation`, the last one has the `output_activation`.
    ValueError as in `layer`; not all is checked here: for that, use `forward`.

    >>> layer_values([5, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [[5, 3], [8, 0], [16]]
    """
    values = [inputs]
    for i, nodes in enumerate(network):
        if biases is None:
            layer_biases = None
        else:
            layer_biases = biases[i]
        if i < len(network) - 1:
            function = activation               # this is a hidden layer
        else:
            function = output_activation
        outputs = layer(inputs, nodes, layer_biases, function)
        values.append(outputs)
        inputs = outputs                        # the next layer's inputs
    return values


def forward(inputs, network, biases=None, activation=relu,
            output_activation=identity):
    """Return the values of the output layer: a list of numbers.

    Arguments as in `layer_values`. ValueError if something is no list or
    tuple, is empty, or has the wrong length; the message says where:
    "network[0][1] has 1 weight, but there are 2 inputs". TypeError if
    something is not a number.

    >>> forward([5, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [16]
    """
    _check(inputs, network, biases)
    values = layer_values(inputs, network, biases, activation,
                          output_activation)
    return values[-1]                           # those of the last layer


# --- The check: before anything is computed, do all lists fit? ---------------
_LISTS = (list, tuple)


def _check(inputs, network, biases):
    """Raise an error that names the place if something does not fit."""
    _check_numbers("inputs", inputs)
    _check_list("network", network)
    before = inputs                         # the layer that gives the values
    for i, nodes in enumerate(network):
        # Asked here, too: to call for every list would take too long.
        if not isinstance(nodes, _LISTS) or not nodes:
            _check_list(f"network[{i}]", nodes)
        for j, weights in enumerate(nodes):
            if not isinstance(weights, _LISTS) or len(weights) != len(before):
                name = f"network[{i}][{j}]"
                _check_list(name, weights)
                raise ValueError(f"{name} has {_count(weights, 'weight')}, "
                                 f"but {_source(i, before)}")
        before = nodes
    if biases is not None:
        _check_biases(biases, network)


def _check_biases(biases, network):
    _check_list("biases", biases)
    if len(biases) != len(network):
        raise ValueError(f"biases has length {len(biases)}, "
                         f"but network has {_count(network, 'layer')}")
    for i, nodes in enumerate(network):
        if biases[i] is not None:
            _check_numbers(f"biases[{i}]", biases[i])
            if len(biases[i]) != len(nodes):
                raise ValueError(
                    f"biases[{i}] has {_count(biases[i], 'number')}, "
                    f"but network[{i}] has {_count(nodes, 'node')}")


def _check_numbers(name, numbers):
    _check_list(name, numbers)
    for i, x in enumerate(numbers):
        try:
            0 + x                           # as a dot product does
        except TypeError:
            raise TypeError(f"{name}[{i}] is {x!r:.60}, not a number")


def _check_list(name, parts):
    if not isinstance(parts, _LISTS):
        hint = ""
        if hasattr(parts, "tolist"):        # an array
            hint = f": use {name}.tolist()"
        raise ValueError(f"{name} is {parts!r:.60}, not a list{hint}")
    if not parts:
        raise ValueError(f"{name} is empty")


def _source(i, before):
    if i > 0:
        return f"network[{i - 1}] gives it {_count(before, 'value')}"
    verb = "is" if len(before) == 1 else "are"
    return f"there {verb} {_count(before, 'input')}"


def _count(parts, noun):
    return f"{len(parts)} {noun}{'s' if len(parts) != 1 else ''}"


# --- The record of what each node does; `explain` shows it -------------------
# Pictures and answer keys read it, too.
_Result = namedtuple(
    "_Result", "node inputs weights bias sum activation value is_off")


def _record(inputs, network, biases, activation, output_activation):
    """Return a pair for each layer, inputs first: its name, its results.

    A bias is 0 where there is none. A hidden node is off if its activation
    function gives 0; `identity` turns nothing off.
    """
    _check(inputs, network, biases)
    values = layer_values(inputs, network, biases, activation,
                          output_activation)
    if biases is None:
        biases = [None] * len(network)

    record = [("inputs", [_Result("", [], [], 0, x, identity, x, False)
                          for x in inputs])]
    for i, nodes in enumerate(network):
        function, can_be_off = activation, activation is not identity
        if i == len(network) - 1:
            function, can_be_off = output_activation, False
        layer_biases = biases[i] or [0] * len(nodes)
        sums = layer(values[i], nodes, layer_biases)
        results = [
            _Result(f"node_{j}", values[i], nodes[j], layer_biases[j], sums[j],
                    function, value, can_be_off and value == 0)
            for j, value in enumerate(values[i + 1])]
        record.append((_layer_name(i, len(network)), results))
    return record


def _layer_name(i, layers):
    if i == layers - 1:
        return "output layer"
    if layers == 2:
        return "hidden layer"               # the only one
    return f"hidden layer {i}"


def explain(inputs, network, biases=None, activation=relu,
            output_activation=identity):
    """Return the whole computation as text, a line for each step.

    Arguments and errors as in `forward`. Floats, numbers with a decimal point,
    are shown to six significant digits: 1/3 as 0.333333.

    >>> print(explain([2, 3], [[[3, 1]]]))
    inputs: 2, 3
    output layer
        node_0: 2*3 + 3*1 = 9
    """
    record = _record(inputs, network, biases, activation, output_activation)
    lines = [f"inputs: {_listed(inputs)}"]
    for layer_name, results in record[1:]:
        lines.append(layer_name)
        for result in results:
            terms = [f"{_factor(x)}*{_factor(weight)}"
                     for x, weight in zip(result.inputs, result.weights)]
            if result.bias != 0:
                terms.append(_factor(result.bias))
            total = _text(result.sum)
            lines.append(f"    {result.node}: {' + '.join(terms)} = {total}")
            if result.activation is not identity:
                name = getattr(result.activation, "__name__", "activation")
                value = _text(result.value)
                lines.append(f"            {name}({total}) = {value}")
    return "\n".join(lines)


def _text(number, digits=6):
    """Return a number as text; a float to so many significant digits."""
    number = 0 + number                     # True is 1, and -0.0 is 0.0
    if isinstance(number, float):
        return "%.*g" % (digits, number)
    return str(number)


def _listed(numbers, digits=6):
    return ", ".join(_text(number, digits) for number in numbers)


def _factor(number):
    """Return a number as text, in brackets if it needs them in a product."""
    text = _text(number)
    if text[0] == "-" or "/" in text:
        return f"({text})"
    return text


# =============================================================================
# The lesson is over. What follows is for teachers: pictures, worksheets with
# their answer key, and the command line.
# =============================================================================


# --- A picture ---------------------------------------------------------------
# In units of its own: a browser makes a picture as large as there is room.
_LEFT, _TOP, _BOTTOM = 66, 32, 10       # margins; layers' names are on top
_COLUMN, _ROW, _RADIUS = 300, 96, 26    # from node to node; of a circle
_BEND = 90                              # from the weights to their node
_PITCH, _LINE = 24, 20                  # from weight to weight, note to note
_SIZE, _LETTER = 18, 0.6                # of type; its letters' greatest width

# The room that each kind of text must fit, and its look. Halos keep lines off.
_HALO = 'stroke="white" stroke-width="0.5em" paint-order="stroke"'
_KINDS = {"layer": (_COLUMN, 'font-style="italic"'),
          "weight": (_BEND - 6, f'font-weight="bold" {_HALO}'),
          "value": (46, ""),
          "label": (_BEND, _HALO)}      # above and below a circle


def draw(inputs, network, biases=None, activation=relu,
         output_activation=identity, blank=False):
    """Return a picture of the network: text in SVG, which browsers show.

    Arguments and errors as in `forward`. A hidden node is off, so grey and
    dashed, if its activation function gives 0 (identity turns nothing off).
    Floats are shown to three significant digits. With `blank=True`, only the
    inputs' circles are filled in.

    >>> draw([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]]).count("<circle")
    5
    """
    record = _record(inputs, network, biases, activation, output_activation)
    row = max(_ROW, _PITCH * (1 + max(len(nodes[0]) for nodes in network)))
    if biases is not None:
        row += 1.3 * _LINE              # one more note below each node
    height = row * max(len(results) for layer_name, results in record)

    lines, circles, words = [], [], {kind: [] for kind in _KINDS}
    before = []                         # where the layer before is
    for i, (layer_name, results) in enumerate(record):
        x = _LEFT + _COLUMN * i
        column = _spread(len(results), row, _TOP + height / 2)
        words["layer"].append((x, _TOP / 2, layer_name))
        for y, result in zip(column, results):
            _draw_weights(x, y, result, before, lines, words)
            _draw_node(x, y, result, blank and i > 0, circles, words)
        before = column
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" style="background: white"
viewBox="0 0 {x + _LEFT} {_TOP + height + _BOTTOM}"
font-family="Arial, Helvetica, sans-serif" text-anchor="middle">
<title>{_escape(_title(record, blank))}</title>
<g fill="none" stroke="black" stroke-width="1.3">
{"".join(lines + circles)}</g>
{"".join(_write_words(kind, words[kind]) for kind in _KINDS)}</svg>"""


def _title(record, blank):
    """Return what a screen reader says; the answers only if they are shown."""
    layers = [f"{name} {_listed((result.value for result in results), 3)}"
              for name, results in record]
    if blank:
        return f"A neural network to fill in: {layers[0]}"
    return f"A neural network: {'; '.join(layers)}"


def _spread(count, step, middle):
    """Return so many places, a step apart, around the middle."""
    first = middle - step * (count - 1) / 2
    return [first + step * i for i in range(count)]


def _draw_weights(x, y, result, before, lines, words):
    """Add the lines from the nodes before, each with its weight on a bend."""
    bends = _spread(len(before), _PITCH, y)
    for start, bend, weight in zip(before, bends, result.weights):
        lines.append(f'<polyline points="{x - _COLUMN},{start:g} '
                     f'{x - _BEND},{bend:g} {x},{y:g}"/>\n')
        words["weight"].append((x - _BEND, bend, _text(weight, 3)))


def _draw_node(x, y, result, is_blank, circles, words):
    """Add a node's circle, with what is written in it, above and below it."""
    look, notes = 'fill="white"', []
    if result.bias != 0:
        notes.append(f"bias {_text(result.bias, 3)}")
    if result.is_off and not is_blank:
        notes.append(f"was {_text(result.sum, 3)}")
        look = 'fill="#ddd" stroke-dasharray="5 3"'
    circles.append(f'<circle cx="{x}" cy="{y:g}" r="{_RADIUS}" {look}/>\n')
    if not is_blank:
        words["value"].append((x, y, _text(result.value, 3)))
    away = _RADIUS + 0.75 * _LINE       # clear of the circle
    if result.weights:                  # inputs have no names
        words["label"].append((x, y - away, result.node))
    for i, note in enumerate(notes):
        words["label"].append((x, y + away + i * _LINE, note))


def _write_words(kind, words):
    """Return the texts of one kind, in the one size that fits them all."""
    room, look = _KINDS[kind]
    longest = max([1] + [len(text) for x, y, text in words])
    size = min(_SIZE, room / (_LETTER * longest))
    texts = [f'<text x="{x}" y="{y:g}" dy="0.35em">{_escape(text)}</text>\n'
             for x, y, text in words]
    return f'<g font-size="{size:.3g}" {look}>{"".join(texts)}</g>\n'


def _escape(text):
    import html
    return _minus(html.escape(text, quote=False))


def _minus(text):
    """Return the text with the real minus sign, which a copier keeps."""
    return text.replace("-", "&#8722;")


# --- Worksheets: their numbers -----------------------------------------------
_INPUTS = [1, 2, 3, 4, 5]
_WEIGHTS = [-3, -2, -1, 1, 2, 3]
_LARGEST = 12                   # of all sums: it is not the sums that are hard
_TRIES = 10000                  # for each sheet; more than 2000 are rare


def _exercises(copies, seed, sizes):
    """Return different exercises: inputs and a network for each copy."""
    import random
    chance = random.Random(seed).random     # the same on every Python
    exercises = []
    for _ in range(_TRIES * copies):
        inputs = _pick(chance, _INPUTS, sizes[0])
        hidden_layer = [_pick(chance, _WEIGHTS, sizes[0])
                        for _ in range(sizes[1])]
        output_layer = [_pick(chance, _WEIGHTS, sizes[1])
                        for _ in range(sizes[2])]
        network = [hidden_layer, output_layer]
        if _is_good(inputs, network) and (inputs, network) not in exercises:
            exercises.append((inputs, network))
            if len(exercises) == copies:
                return exercises
    raise RuntimeError("no exercise was found")


def _pick(chance, numbers, count):
    """Return some numbers, none twice: an exchange should be noticed."""
    return sorted(numbers, key=lambda number: chance())[:count]


def _is_good(inputs, network):
    """Return if the numbers meet each condition of a good exercise."""
    hidden_layer = network[0]
    raised = _raise_first(inputs)
    hidden_sums = layer(inputs, hidden_layer)
    outputs = forward(inputs, network)
    raised_outputs = forward(raised, network)
    sums = (hidden_sums + outputs + layer(raised, hidden_layer)
            + raised_outputs + forward(inputs, network, activation=identity))
    return all([
        # Everybody meets relu, and question 3 has one answer.
        layer(inputs, hidden_layer, activation=relu).count(0) == 1,
        # Is a node with the sum 0 off? Nobody has to ask.
        0 not in sums,
        max(map(abs, sums)) <= _LARGEST,
        # In question 2, something happens at each output.
        all(a != b for a, b in zip(outputs, raised_outputs)),
        # Whoever takes one node for another notices it.
        all(numbers.count(x) == 1
            for numbers in network + [hidden_sums, outputs]
            for x in numbers)])


def _raise_first(inputs):
    """Return the inputs of question 2."""
    return [inputs[0] + 1] + inputs[1:]


# --- Worksheets: their pages -------------------------------------------------
# A page is at most 245 mm high and 175 mm wide, to fit on A4 and on US Letter.
# (Safari prints a millimetre as 1.067.) In the texts, <u></u> is a blank to
# write in, <i></i> a box to tick, and <hr> a line to write on.
_STYLE = """
@page { margin: 8mm 11mm } body { margin: auto; width: 175mm }
body { font: 10.5pt/1.3 Arial, Helvetica, sans-serif }
section + section { break-before: page } p, ol { margin: 2mm 0 0 }
header { align-items: baseline; border-bottom: 0.4mm solid; font-size: 9pt }
header, .beside { display: flex; justify-content: space-between }
h1 { font-size: 16pt; margin: 0 0 1mm } small { float: right; font-size: 9pt }
u { display: inline-block; text-align: center; text-decoration: none }
u { width: 12mm } u:empty { border-bottom: 0.3mm solid }
i { border: 0.3mm solid; display: inline-block; height: 3.4mm; width: 3.4mm }
i { margin: 0 1mm 0 3mm; vertical-align: -0.4mm } ol { padding-left: 6mm }
hr { border: 0; border-bottom: 0.25mm solid black; height: 8mm; margin: 0 }
pre { font-size: 9pt; margin: 0 } svg { display: block; width: 100% }
/* the example */
.beside { margin-top: 2mm } .beside div { width: 84mm }
.beside svg { height: 40mm; width: 117mm }
.guess { border: 0.3mm solid; margin-top: 2mm; padding: 0 3mm 2mm }
.fold { border-top: 0.5mm dashed; margin-top: 4mm; padding-top: 2mm }
/* the worksheets */
.fields { display: flex; margin-top: 4mm } .fields u { flex: auto }
.rule { border-left: 1mm solid; font-size: 10pt; padding-left: 3mm }
article { border-top: 0.3mm solid; margin-top: 2mm; padding-left: 9mm }
article hr { height: 7mm; margin-right: 16mm }
h2 { float: left; font-size: 13pt; line-height: 1.2; margin: 2mm 0 0 -9mm }
.step b { display: inline-block; font-weight: normal; width: 28mm }
.step { line-height: 7mm; margin: 0 } article p { margin-top: 1.2mm }
article svg { height: 54mm } article u { width: 9mm }
/* the answer key */
table { border-collapse: collapse; margin: 3mm 0; width: 100% }
td, th { border: 0.2mm solid; font-size: 10pt; line-height: 4.9mm; padding: 0 }
td { text-align: center } th { font-size: 9pt }
tr:nth-child(5n + 1) { border-bottom: 0.6mm solid }
"""
_ARTICLE = [[[1, 1], [-1, 1]], [[2, -1]]]
_SEEDS = 10 ** 12               # nobody tries them all to find the key
_ROWS = 30                      # of a page of the key
_MARKS = {1: 2, 2: 3, 3: 2}     # for each question
_SIZES = [(inputs, hidden, outputs)
          for inputs in (2, 3) for hidden in (2, 3) for outputs in (1, 2)]


def handout(copies=1, seed=None, sizes=(2, 2, 1)):
    """Return an example, worksheets and their answer key: an HTML page.

    The `copies` worksheets, 1 to 200, all differ. Their networks have these
    `sizes`: 2 or 3 inputs, 2 or 3 hidden nodes, 1 or 2 outputs. The same
    `seed`, a whole number from 0 up, of up to 12 digits, makes the same ones
    again; None takes a random one. ValueError if one of these is out of range.

    >>> page = handout(copies=2, seed=7)
    >>> page.count("<section"), page == handout(2, 7), page == handout(2, 8)
    (4, True, False)
    """
    import random
    if seed is None:
        seed = random.randrange(_SEEDS)
    if copies not in range(1, 201):
        raise ValueError("copies must be 1 to 200")
    if not isinstance(seed, int) or not 0 <= seed < _SEEDS:
        raise ValueError("the seed must be a number of up to 12 digits")
    if tuple(sizes) not in _SIZES:
        raise ValueError("sizes must be 2 or 3 inputs, 2 or 3 hidden nodes, "
                         "1 or 2 outputs")
    name = f"Set {seed % 100:02}"       # not the whole seed: it makes the key
    command = (f"python neuralbasics.py handout --copies {copies} --seed "
               f"{seed} --sizes {_listed(sizes).replace(',', '')}")
    pages, rows = [_example_page()], []
    for inputs, network in _exercises(copies, seed, sizes):
        rows.append(_key_row(len(rows) + 1, inputs, network))
        title = f"{name}, sheet {len(rows)} of {copies}"
        pages.append(_sheet_page(title, inputs, network))
    for start in range(0, copies, _ROWS):
        some_rows = "".join(rows[start:start + _ROWS])
        pages.append(_key_page(name, sizes, some_rows, command))
    return f"""<!DOCTYPE html>
<html lang="en"><title>Forward propagation</title><style>{_STYLE}</style>
{"".join(pages)}"""


def _example_page():
    return f"""<section>
<header><h1>Forward propagation: an example</h1>
<b>First fold back along the dashed line.</b></header>
<p><b>A bank</b> wants to predict how many transactions a customer will make
next year. The inputs are the age, in tens of years, and the balance, in
thousands: 2 and 3 mean a customer aged 20 who has 3000.
<p><b>The rule</b>
<ol><li>A node multiplies each value in the layer before it by the weight on
the line between them, and adds the results: this is its <b>sum.</b>
<li>In the hidden layer, <b>relu</b> turns a negative sum into 0; other sums
stay. The circle shows the result.
<li>In the output layer, there is no relu.</ol>
<p>Nodes are numbered from 0, and * means times.
{_example([2, 3])}
<div class="guess"><p><b>Guess, then unfold:</b> another customer also has
3000, but is aged 50.
<p>Which hidden sum is negative? <i></i>node_0 <i></i>node_1
&emsp; The output is <i></i>above 9 <i></i>below 9</div>
<p class="fold"><b>The customer aged 50:</b> the sum of hidden node_1 is
&minus;2. relu turns it into 0: the node is <b>off</b> (dashed). The output is
16. Without relu, it would be 8*2 + (&minus;2)*(&minus;1) = 18.
{_example([5, 3])}
<p><b>What does it mean?</b> Give both customers another thousand: 4 in place
of 3. The output rises by <u></u> for the customer aged 20, by <u></u> for
the one aged 50. (Without relu, it rises by 1 for both.) Why are
the two rises different?
<hr><hr>
<p><b>In Python,</b> a network is a list of layers, a layer a list of nodes,
and a node a list of the weights on the lines that lead to it:
<pre>
&gt;&gt;&gt; from neuralbasics import *
&gt;&gt;&gt; forward([5, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
[16]</pre></section>
"""


def _example(inputs):
    """Return a picture of the article's network, with the steps beside it."""
    return f"""<div class="beside">{draw(inputs, _ARTICLE)}
<pre>{_minus(explain(inputs, _ARTICLE))}</pre></div>"""


def _sheet_page(title, inputs, network):
    hidden_layer, output_layer = network
    nodes = [f"node_{j}" for j in range(len(hidden_layer))]
    return f"""<section>
<header><h1>Forward propagation</h1> <span>{title}</span></header>
<p class="fields">Name&nbsp;<u></u>&emsp;Class&nbsp;<u></u>&emsp;Date&nbsp;
<u></u></p>
<p class="rule"><b>Sum of a node:</b> multiply each value in the layer before
it by the weight on the line between them, and add. <b>relu,</b> only in the
hidden layer: a negative sum becomes 0. Then the node is <b>off.</b> Outputs
may be negative.</p>
<article><h2>A</h2>
<p><b>Guess first:</b> which hidden node will be off?
{" ".join(f"<i></i>{node}" for node in nodes)}
{draw(inputs, network, blank=True)}</article>
<article><h2>B</h2>
<p><small>{len(hidden_layer + output_layer)} marks</small>
<b>Calculate,</b> and write the values into the circles (hidden: after relu).
{_steps("hidden", inputs, hidden_layer, "&ensp;relu(<u></u>) = <u></u>")}
{_steps("output", [""] * len(nodes), output_layer, "")}</article>
{_questions(inputs, network)}</section>
"""


def _steps(layer_name, values, nodes, ending):
    """Return the lines to calculate a layer: the weights only of the first."""
    lines = []
    for j, weights in enumerate(nodes):
        shown = [_minus(_factor(weight)) for weight in weights]
        if j > 0:
            shown = [""] * len(weights)
        terms = " + ".join(f"<u>{x}</u> * <u>{weight}</u>"
                           for x, weight in zip(values, shown))
        lines.append(f"""
<p class="step"><b>{layer_name} node_{j}</b> {terms} = <u></u> {ending}""")
    return "".join(lines)


def _questions(inputs, network):
    import re
    hidden_layer, output_layer = network
    outputs = ", ".join(["<u></u>"] * len(output_layer))
    changes = " ".join(f"node_{j} <u></u>"
                       for j in range(len(hidden_layer)))
    one_weight = "One weight"
    it_is = "This weight is now <u></u>, on the line"
    if len(output_layer) == 2:
        one_weight = "Two weights"
        it_is = "These weights are now <u></u> and <u></u>, on the lines"
    first_node, others = str(network).split("]", 1)
    others = re.sub("-?[0-9]+", "<u></u>", others.replace("]], ", "]],<br>"))
    return f"""
<article><h2>1</h2>
<p><small>{_MARKS[1]} marks</small>
<b>Leave relu out:</b> each hidden sum goes on as it is. Output: {outputs}
<p>Change since B, with + or &minus;: {outputs} &ensp;Which hidden node
causes this, and why?
<hr><hr></article>
<article><h2>2</h2>
<p><small>{_MARKS[2]} marks</small>
<b>With relu again,</b> change the first input from {inputs[0]} to
{_raise_first(inputs)[0]}. Now the output is {outputs}
<p>Before relu, each hidden sum changes by (with + or &minus;): {changes}
<p>In the picture, ring the weights that give these changes, one for each.
</article>
<article><h2>3</h2>
<p><small>{_MARKS[3]} marks</small>
<b>The first input is {inputs[0]} again.</b> {one_weight} could be any number,
positive or negative, without changing the output. {it_is} from hidden node
number&nbsp;<u></u>. Why can we not do this with a weight on a line <b>into</b>
that node?
<hr><hr></article>
<article><h2>4</h2>
<p><b>In Python,</b> after <code>from neuralbasics import *</code>, complete
and type in one line:
<p><code>forward({inputs}, {first_node}]{others})</code>
<p>Python says: [{outputs}]</article>"""


def _key_page(name, sizes, rows, command):
    heads = "".join(f"<th>node_{j}" for j in range(sizes[1]))
    lines = sizes[1] + sizes[2]
    return f"""<section>
<header><h1>Answer key</h1> <span>{name}</span></header>
<div class="beside"><div><b>{lines + sum(_MARKS.values())} marks</b>
<p>B: 1 for each line. 1: output and change, with its sign; node and reason.
2: output; changes; rings. 3: node and weight; reason. A and 4: none. No half
marks.
<p>A wrong number that is used rightly later costs one mark only. If it leaves
no node off, or more than one, mark 3 on the reason alone, out of 2.</div>
<div><b>Reasons</b>
<p>1. The negative sum of the node that was off now goes on, times its weight.
<p>2. The weights on the lines from the first input.
<p>3. 0 times any number is 0. But a weight on a line into the node can turn it
on, and then the output changes.
<p>Example: node_1; above 9. The output rises by 2 + (&minus;1) = 1 at 20,
where both nodes are on; by 2 at 50, where node_1 is off.</div></div>
<table><tr><th>sheet{heads}<th>output<th>1. output<th>1. change<th>2. output
<th>2. changes<th>3. weight{rows}</table>
Made by: {command}</section>
"""


def _key_row(number, inputs, network):
    _, (_, hidden), _ = _record(inputs, network, None, relu, identity)
    off = [result.is_off for result in hidden].index(True)
    values = [str(result.value) for result in hidden]
    values[off] = f"{hidden[off].sum} &rarr; 0"
    outputs = forward(inputs, network)
    without_relu = forward(inputs, network, activation=identity)
    changes = [b - a for a, b in zip(outputs, without_relu)]
    return _minus(f"""
<tr><td>{number}<td>{"<td>".join(values)}<td>{_listed(outputs)}
<td>{_listed(without_relu)}<td>{_signed(changes)}
<td>{_listed(forward(_raise_first(inputs), network))}
<td>{_signed(weights[0] for weights in network[0])}
<td>node_{off}: {_listed(weights[off] for weights in network[1])}""")


def _signed(numbers):
    return ", ".join(f"{number:+}" for number in numbers)


# --- The command line --------------------------------------------------------

def main(words):
    """Run the command line: python neuralbasics.py --help"""
    parser = _parser()
    options = vars(parser.parse_args(words or ["explain"]))
    make, path = options.pop("make"), options.pop("path")
    try:
        text = make(**options)
        if path == "-":
            print(text, flush=True)
        else:
            _write(path, text)
            print(path, "is ready", file=sys.stderr)
    except BrokenPipeError:             # nobody reads on, as after | head
        sys.stdout = None               # or Python would try once more
    except FileExistsError:
        parser.error(f"{path} is there already: -o names another file")
    except (OSError, ValueError) as fault:
        parser.error(str(fault))


def _parser():
    import argparse
    parser = argparse.ArgumentParser(description="Explain a neural network.")
    commands = parser.add_subparsers(metavar="command")
    for make, path, words in [
            (explain, "-", "show every step from the inputs to the output"),
            (draw, "network.svg", "draw the network"),
            (handout, "handout.html", "make worksheets and an answer key")]:
        command = commands.add_parser(make.__name__, help=words)
        command.set_defaults(make=make)
        add = command.add_argument
        add("-o", metavar="FILE", dest="path", default=path,
            help=f"a new file, or - to print (without -o: {path})")
        if make is handout:
            add("--copies", type=int, default=1, help="how many worksheets")
            add("--seed", type=int, help="the same one makes the same again")
            add("--sizes", type=int, nargs=3, default=[2, 2, 1],
                help="inputs, hidden nodes, outputs (2 2 1)")
        else:
            add("inputs", type=_number, nargs="*", default=[2, 3],
                help="two numbers, such as 5 3 (2 3)")
            command.set_defaults(network=_ARTICLE)
        if make is draw:
            add("--blank", action="store_true", help="leave circles empty")
    return parser


def _number(word):
    """Return a word of the command line as a number; 3 stays whole."""
    import argparse
    try:
        return int(word) if word.lstrip("-").isdigit() else float(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word!r} is no number; write: 5 3")


def _write(path, text):
    """Write a new file: the whole text, or no file at all."""
    import os
    file = open(path, "x", encoding="utf-8")
    try:
        with file:
            file.write(text + "\n")
    except OSError:
        os.remove(path)
        raise


if __name__ == "__main__" and "__file__" in globals():  # not in a notebook
    main(sys.argv[1:])
