# SPDX-License-Identifier: MIT-0
r"""How a neural network computes its answer: a lesson to read and to run.

THE QUESTION. A bank wants to predict how many transactions a customer will
make next year. It knows two numbers about each: the age, in tens of years, and
the balance of the account, in thousands. So 2 and 3 mean a customer of 20 who
has 3000. A simple way is a formula: multiply each number by a weight, and add.

    age*3 + balance*1           for this customer: 2*3 + 3*1 = 9

Such a formula is called linear (also if it adds a constant), and finding the
weights that fit past customers best is called linear regression. But whatever
the weights, 1000 more in the account adds the same for everybody, here 1. What
if it should add more for older customers? A third input, age*balance, could do
that, if we think of it. A neural network can do without.

THE NETWORK. Here is a small one, with the same customer. Its weights are made
up. (From here on, age and balance are whole numbers, 0 or more.)

        inputs          hidden layer       output layer

      age (2) ----- 1 ----- (5)
             \             /   \
               \         1      \
                 \     /          2
                    X               (9)
                 /     \         -1
               /        -1      /
             /             \   /
  balance (3) ----- 1 ----- (1)

Each (number) is a node, also called a neuron, and the number is its value. A
column of nodes is a layer; the middle one is called hidden, as it is neither
input nor answer. The number on a line is a weight: -1 from the age down to the
lower hidden node, 1 from the balance up to the upper one (X is a crossing).

Each hidden or output node multiplies each value in the layer before it by the
weight on the line between them, and adds the results. That is the node's sum:

    upper hidden node    2*1 + 3*1 = 5
    lower hidden node    2*(-1) + 3*1 = 1
    output node          5*2 + 1*(-1) = 9

If one value alone grows by 1, the sum changes by its weight. Going layer by
layer, from the inputs to the output, is called forward propagation.

IN PYTHON, the values of a layer are a list of numbers, also called a vector,
here [2, 3]. The weights on the lines to a node are a vector, too, from top to
bottom. The node's sum is the dot product of the two vectors: multiply pair by
pair, and add. Start Python in this file's folder, and type what follows >>>
(an empty line ends a function or a loop). First write your own dot product:

>>> def my_dot(a, b): return a[0]*b[0] + a[1]*b[1]
>>> my_dot([2, 3], [1, 1])                  # the upper hidden node's sum
5

Now type `from neuralbasics import *`. The `dot` of this file takes vectors of
any length. We write a node as the list of its weights, and a layer as a list
of nodes. The function `layer` calls `dot` for each node:

>>> dot([2, 3], [1, 1])
5
>>> hidden_layer = [[1, 1], [-1, 1]]        # two nodes with two weights each
>>> output_layer = [[2, -1]]                # one node with two weights
>>> layer([2, 3], hidden_layer)             # the sums of the hidden nodes
[5, 1]
>>> layer([5, 1], output_layer)
[9]

THE SWITCH. Another customer also has 3000, but is 50:

>>> layer([5, 3], hidden_layer)             # 5*1 + 3*1 and 5*(-1) + 3*1
[8, -2]
>>> layer([8, -2], output_layer)            # the formula: 5*3 + 3*1 = 18
[18]

So far, the answers are the formula's, for everybody (we will see why). For a
thousand to add more for some customers, something must be non-linear. The
usual choice is a switch: in a hidden layer, a negative sum becomes 0, and any
other sum stays. The function is called relu (or ReLU). Write your own first:

>>> def my_relu(x): return max(x, 0)        # the greater of the two
>>> my_relu(3), my_relu(-3), relu(3), relu(-3)
(3, 0, 3, 0)

With brackets, relu(-3) calls the function. Without them, relu is the function
itself, which can get another name, and be called by that name:

>>> switch = relu
>>> switch(-3)
0

So `layer` can get it, under the name `activation`, and call it for each sum:

>>> layer([5, 3], hidden_layer, activation=relu)
[8, 0]
>>> layer([8, 0], output_layer)             # 8*2 + 0*(-1)
[16]

An activation function turns a node's sum into its value; relu is one of many.
Output nodes often have none, so that an answer can be any number. A hidden
node is off if its sum is 0 or less (relu gives 0), and otherwise on. Our lower
node's sum is always age*(-1) + balance*1, which is balance - age. So it is on
if the balance number is the greater one. (That means nothing to a bank.)

A network is a list of layers. `forward` goes through it, with relu in the
hidden layers; `explain` shows every step. A layer's nodes are numbered from 0:

>>> network = [hidden_layer, output_layer]  # [[[1, 1], [-1, 1]], [[2, -1]]]
>>> forward([5, 3], network)                # the answer: a list of one output
[16]
>>> print(explain([5, 3], network))
inputs: 5, 3
hidden layer
    node_0: 5*1 + 3*1 = 8    relu(8) = 8
    node_1: 5*(-1) + 3*1 = -2    relu(-2) = 0
output layer
    node_0: 8*2 + 0*(-1) = 16

WHY IT CAN DO MORE. Here are four customers, with both predictions:

>>> customers = [[2, 3], [2, 4], [5, 3], [5, 4]]
>>> for a, b in customers: print(a, b, a*3 + b*1, forward([a, b], network))
2 3 9 [9]
2 4 10 [10]
5 3 18 [16]
5 4 19 [18]

From 3000 to 4000, the formula adds 1 at both ages. The network adds 1 at age
20, but 2 at age 50, as node_1 stays off there (its sum is -2, then -1). Each
node's change, times the weight on its line to the output, is what it adds:

              age 20                        age 50
    node_0    5 to 6,  adds 1*2 = 2         8 to 9,   adds 1*2 = 2
    node_1    1 to 2,  adds 1*(-1) = -1     0 to 0,   adds 0*(-1) = 0
    output    9 to 10, adds 2 + (-1) = 1    16 to 18, adds 2 + 0 = 2

So what the balance adds depends on the age: this is called an interaction. The
outputs ([0] of each list) for the balances 0 to 7, at age 20 and then at 50:

>>> [forward([2, balance], network)[0] for balance in range(8)]
[4, 6, 8, 9, 10, 11, 12, 13]
>>> [forward([5, balance], network)[0] for balance in range(8)]
[10, 12, 14, 16, 18, 20, 21, 22]

While the balance number is below the age number, the next thousand adds 2, as
node_1 is 0 before and after. Once they are equal, it adds 1, as node_1 grows.
Drawn as a line, the first list has a bend at balance 2, the second at 5.

WITHOUT RELU (`identity` changes nothing), we get the formula's answers again:

>>> [forward(c, network, activation=identity) for c in customers]
[[9], [10], [18], [19]]

As node_0 is age + balance, and node_1 now always balance - age, the output is

    (age + balance)*2 + (balance - age)*(-1)
    = age*2 + balance*2 - balance + age  =  age*3 + balance*1

In the same way, layers without activation functions, however many, give a
linear formula for each output. With relu, each node of one hidden layer can
add a bend to the lines above (node_0 adds none: its sum is never negative).

BIAS. A hidden or output node can have a bias: one more number in its sum. It
can move a bend: with a bias of -2, node_1 is on only if the balance number is
greater than the age number + 2. There is a list for each layer but the inputs:

>>> print(explain([2, 3], network, biases=[[0, -2], [3]]))
inputs: 2, 3
hidden layer
    node_0: 2*1 + 3*1 = 5    relu(5) = 5
    node_1: 2*(-1) + 3*1 + (-2) = -1    relu(-1) = 0
output layer
    node_0: 5*2 + 0*(-1) + 3 = 13

OTHER NETWORKS. This one has three inputs, one hidden node and two outputs. In
the next, the second node of the hidden layer (layer 0) lacks a weight:

>>> forward([2, 3, 1], [[[1, 1, 4]], [[1], [-2]]])      # 2*1 + 3*1 + 1*4 = 9
[9, -18]
>>> forward([2, 3], [[[1, 1], [-1]], [[2, -1]]])
Traceback (most recent call last):
    ...
ValueError: network[0][1] has length 1, not 2: a weight for each value it gets

WHERE TO GO FROM HERE. Weights and biases are called parameters. A computer can
find them by training: it changes them little by little, to bring the answers
nearer to those known from past customers, and we hope they fit new customers,
too. This is one kind of machine learning, and with several hidden layers, deep
learning. For a picture, see help(draw), and for worksheets, help(handout).

TO TRY (answers to 1, 2 and 3 are below)
1. Without relu, one node does the same as [[[1, 2], [3, -1]], [[2, 1]]]. Which
   weights does it have? Does relu change the answer for [1, 4]?
2. Find weights that give the greater of two inputs, 0 or more. (It is the
   second, plus relu of a difference.)
3. If customer [2, 3] made 14, which weight of `network` should be raised by 1?
4. Write an activation function called yours, and look at its steps:
   print(explain([5, 3], network, activation=yours))

Answers: 1. [5, 3]. Yes: it is 18, and without relu 17. 2. For example, layers
[[1, -1], [0, 1]] and [[1, 1]]. 3. The 2: then 5*3 + 1*(-1) = 14.

The example, a bank and its network, is from the article "Deep Learning
Introduction with Python" (Data Insight).
"""
import random
import sys
from collections import namedtuple

__version__ = "5.0.0"
__all__ = ["dot", "relu", "identity", "layer", "forward", "explain", "draw",
           "handout"]


# --- The code ----------------------------------------------------------------

def dot(a, b):
    """Return the dot product, a number, of two vectors (lists of numbers).

    Multiply them pair by pair, and add. ValueError if their lengths differ.

    >>> dot([1, 2, 3], [4, 5, 6])           # 1*4 + 2*5 + 3*6 = 4 + 10 + 18
    32
    """
    if len(a) != len(b):
        raise ValueError(f"lengths {len(a)} and {len(b)} differ")
    total = 0
    for x, y in zip(a, b):                  # pair by pair
        total = total + x * y
    return total


def relu(x):
    """Return the number `x`, or 0 if it is negative (rectified linear unit).

    >>> relu(3), relu(-3)
    (3, 0)
    """
    return max(x, 0)        # in this order, nan ("not a number") stays nan


def identity(x):
    """Return `x`: the activation function that changes nothing.

    >>> identity(-3)
    -3
    """
    return x


def layer(inputs, nodes, biases=None, activation=identity):
    """Return the values of the nodes of one layer: a list of numbers.

    `inputs` are the values in the layer before, and each of the `nodes` is a
    list with a weight for each of them. `biases`, if given, is a list with a
    number for each node, and `activation` a function of one number. ValueError
    if lengths differ, TypeError if a list is missing.

    >>> layer([5, 3], [[1, 1], [-1, 1]], biases=[0, 3], activation=relu)
    [8, 1]
    """
    if biases is None:
        biases = [0] * len(nodes)           # a 0 for each node
    # Common mistakes: layer([2, 3], nodes, relu), and layer([2, 3], [1, 1]).
    if callable(biases) or not nodes or type(nodes[0]) in (int, float):
        raise TypeError("nodes must be lists of weights; write activation=...")
    if len(biases) != len(nodes):
        raise ValueError(f"{len(biases)} as biases, not one for each node")
    values = []
    for weights, bias in zip(nodes, biases):
        node_sum = dot(inputs, weights) + bias
        values.append(activation(node_sum))
    return values


def forward(inputs, network, biases=None, activation=relu,
            output_activation=identity):
    """Return the values of the output layer: a list of numbers.

    `network` is a list of layers, and each layer is a list of nodes. `biases`,
    if given, has a list for each layer. The hidden layers have the
    `activation`, and the output layer has the `output_activation`. TypeError
    for what is not a list or not a number, ValueError for a wrong length. For
    lists and most inputs, the message says where, counting from 0.

    >>> forward([5, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [16]
    """
    # Check everything; then each layer comes with its biases and function:
    # [(hidden_layer, [0, 0], relu), (output_layer, [0], identity)]
    layers = _checked_layers(inputs, network, biases, activation,
                             output_activation)
    values = inputs
    for nodes, layer_biases, function in layers:
        values = layer(values, nodes, layer_biases, function)
    return values                           # of the last layer, the output


# =============================================================================
# The lesson ends here. What follows serves it: the check, the steps as text, a
# picture, worksheets with their answer key, and the command line.
# =============================================================================


# --- The check ---------------------------------------------------------------
# Each list is tested in place: a call for each costs a small network a fifth.
_LISTS = (list, tuple)
_NOT_NUMBERS = {str, list, tuple, dict, type(None)}


def _checked_layers(inputs, network, biases, activation, output_activation):
    """Return each layer's nodes, biases and function, or say what is wrong."""
    if not isinstance(inputs, _LISTS) or not inputs:
        raise _bad("inputs", inputs, "a number for each input")
    for i, x in enumerate(inputs):
        if type(x) in _NOT_NUMBERS:
            raise TypeError(f"inputs[{i}] is {x!r:.60}, not a number")
    if not isinstance(network, _LISTS) or not network:
        raise _bad("network", network, "a list for each layer")
    if biases is not None:
        if not isinstance(biases, _LISTS) or len(biases) != len(network):
            raise _bad("biases", biases, "a list for each layer", len(network))
    layers = []
    count = len(inputs)     # of the values before this layer
    for i, nodes in enumerate(network):
        if not isinstance(nodes, _LISTS) or not nodes:
            raise _bad(f"network[{i}]", nodes, "a list for each node")
        for j, weights in enumerate(nodes):
            if not isinstance(weights, _LISTS) or len(weights) != count:
                raise _bad(f"network[{i}][{j}]", weights,
                           "a weight for each value it gets", count)
        count = len(nodes)
        its_biases = [0] * count
        if biases is not None:
            its_biases = biases[i]
            if not isinstance(its_biases, _LISTS) or len(its_biases) != count:
                raise _bad(f"biases[{i}]", its_biases,
                           "a bias for each node", count)
        layers.append((nodes, its_biases, activation))
    layers[-1] = nodes, its_biases, output_activation
    return layers


def _bad(name, parts, needs, length=None):
    """Return an error that says what is wrong with a list."""
    if not isinstance(parts, _LISTS):
        hint = f"use {name}.tolist()" if hasattr(parts, "tolist") else needs
        return TypeError(f"{name} is {parts!r:.60}, not a list: {hint}")
    if not parts:
        return ValueError(f"{name} is empty")
    return ValueError(f"{name} has length {len(parts)}, not {length}: {needs}")


# --- The steps, as text ------------------------------------------------------
# What one node does. `explain` and `draw` show it.
_Step = namedtuple("_Step", "node inputs weights bias sum function value")


def _steps(inputs, network, biases, *functions):
    """Return for each layer after the inputs its name and its nodes' steps."""
    layers = _checked_layers(inputs, network, biases, *functions)
    result = []
    for i, (nodes, its_biases, function) in enumerate(layers):
        sums = layer(inputs, nodes, its_biases)
        if hasattr(sums[0], "__len__"):  # a column of numbers
            raise TypeError("here, each input must be one number, not many")
        values = [function(node_sum) for node_sum in sums]
        if None in values:
            raise TypeError("an activation function gave None: no return?")
        name = "hidden layer" if len(layers) == 2 else f"hidden layer {i}"
        steps = [_Step(f"node_{j}", inputs, nodes[j], its_biases[j], sums[j],
                       function, values[j]) for j in range(len(nodes))]
        result.append((name, steps))
        inputs = values
    result[-1] = "output layer", steps
    return result


def explain(inputs, network, biases=None, activation=relu,
            output_activation=identity, blank=False):
    """Return the whole computation as text, with a line for each node.

    Arguments and errors as in `forward`. Floats are shown to six digits. With
    `blank=True`, the lines have blanks for their numbers.

    >>> print(explain([2, 3], [[[3, -1]]]))
    inputs: 2, 3
    output layer
        node_0: 2*3 + 3*(-1) = 3
    >>> print(explain([2, 3], [[[3, -1]]], blank=True))
    inputs: 2, 3
    output layer
        node_0: _____ * _____ + _____ * _____ = _____
    """
    layers = _steps(inputs, network, biases, activation, output_activation)
    text, factor, times = _text, _factor, "*"
    if blank:
        text = factor = lambda number: "_____"
        times = " * "
    lines = ["inputs: " + ", ".join(map(_text, inputs))]
    for name, steps in layers:
        lines.append(name)
        for step in steps:
            terms = [factor(x) + times + factor(weight)
                     for x, weight in zip(step.inputs, step.weights)]
            if step.bias != 0:
                terms.append(factor(step.bias))
            line = f"    {step.node}: {' + '.join(terms)} = {text(step.sum)}"
            if step.function is not identity:
                called = getattr(step.function, "__name__", "activation")
                line += f"    {called}({text(step.sum)}) = {text(step.value)}"
            lines.append(line)
    return "\n".join(lines)


def _text(number, digits=6):
    """Return a number as text; a float to so many significant digits."""
    number = 0 + number     # True is 1, and -0.0 is 0.0
    if isinstance(number, float):
        return "%.*g" % (digits, number)
    return str(number)


def _factor(number):
    """Return a number as text, in brackets if it needs them in a product."""
    text = _text(number)
    if text[0] == "-" or "/" in text:
        return f"({text})"
    return text


# --- A picture ---------------------------------------------------------------
_RADIUS = 32
_COLUMN = 2 * _RADIUS + 240  # from node to node, across
_ROW = 118                   # from node to node, down, at least
_NAME = _RADIUS + 10         # from a node up to its name
_GAP = 48                    # in a line, for its weight


def draw(inputs, network, biases=None, activation=relu,
         output_activation=identity, blank=False):
    """Return a picture of a small network: text in SVG, which browsers show.

    Arguments and errors as in `forward`. A node is off (grey and dashed) if
    its activation function, other than `identity`, gives 0; "was" shows its
    sum. Floats are shown to three digits. With `blank=True`, only the inputs'
    circles are filled in. To save a picture:
    with open("my.svg", "w") as file: file.write(draw([5, 3], network))

    >>> draw([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]]).count("<circle")
    5
    """
    layers = _steps(inputs, network, biases, activation, output_activation)
    most = max(map(len, [inputs] + list(network)))
    row = max(_ROW, 22 * (most + 2))    # room for a node's weights
    top = -row * most // 2 - 18         # for the names of the layers
    x, places = 0, _spread(len(inputs), row)
    picture = _word(0, top, "inputs", _COLUMN)
    for y, value in zip(places, inputs):
        picture += _circle(0, y) + _word(0, y, _text(value, 3))
    for name, steps in layers:
        x, before, places = x + _COLUMN, places, _spread(len(steps), row)
        picture += _word(x, top, name, _COLUMN)
        for y, step in zip(places, steps):
            picture += _draw_weights(x, y, step.weights, before, most)
            picture += _draw_node(x, y, step, blank)
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" style="background: white"
font-family="Arial, sans-serif" font-weight="bold" stroke="black"
text-anchor="middle" viewBox="-70 {top - 12} {x + 140} {row * most + 30}">
<title>A neural network</title>
{picture}</svg>"""


def _spread(count, distance):
    """Return so many places around 0, with this distance between them."""
    return [distance * (2 * i - count + 1) // 2 for i in range(count)]


def _draw_weights(x, y, weights, before, most):
    """Return a line from each node before, with its weight in a gap."""
    # Lines are straight, or, if there are many, bent to part their weights.
    middle, slant = (y, 0.4) if most <= 2 else (0, 0)
    text, left, edge = "", x - _COLUMN + _RADIUS, x - _RADIUS
    for weight, start in zip(weights, before):
        down = (start - middle) / (most + 2)    # to the height of the weight
        # The weight stands 60 before the node, in the gap.
        text += _line(left, start, edge - 84, y + down * (1 + slant))
        text += _word(edge - 60, y + down, _text(weight, 3), _GAP)
        text += _line(edge - 36, y + down * (1 - slant), edge, y)
    return text


def _draw_node(x, y, step, blank):
    """Return a circle, with what stands in it, above and below it."""
    is_off = step.value == 0 and step.function is not identity and not blank
    text = _circle(x, y, is_off) + _word(x, y - _NAME, step.node)
    if step.bias != 0:
        text += _word(x, y - _NAME - 16, f"bias {_text(step.bias, 3)}")
    if not blank:
        text += _word(x, y, _text(step.value, 3))
    if is_off:
        text += _word(x, y + _NAME, f"was {_text(step.sum, 3)}")
    return text


def _circle(x, y, is_off=False):
    look = 'fill="#ddd" stroke-dasharray="5 3"' if is_off else 'fill="white"'
    return f'<circle cx="{x}" cy="{y}" r="{_RADIUS}" {look}/>\n'


def _line(x1, y1, x2, y2):
    return f'<line x1="{x1}" y1="{y1:g}" x2="{x2}" y2="{y2:g}"/>\n'


def _word(x, y, text, room=60):
    """Return a text with its middle here, smaller if it has not the room."""
    size = min(16, room / len(text) / 0.6)  # 0.6: the width of a letter
    text = text.replace("-", "&#8722;")     # the real minus sign
    bottom = y + size / 3
    return (f'<text x="{x}" y="{bottom:g}" font-size="{size:.3g}" '
            f'stroke="none">{text}</text>\n')


# --- Worksheets --------------------------------------------------------------
_EXAMPLE = [[[1, 1], [-1, 1]], [[2, -1]]]  # the lesson's network


def handout(copies=1, seed=None):
    """Return an example, worksheets and their answer key: an HTML page.

    The worksheets, 1 to 200 `copies`, have different numbers. The same `seed`,
    a whole number, 0 or more, makes the same ones again; without one, a random
    seed is chosen. ValueError if one of these is out of range.

    >>> page = handout(copies=2, seed=7)
    >>> page.count("<section"), page == handout(2, 7), page == handout(2, 8)
    (4, True, False)
    """
    if seed is None:
        seed = random.SystemRandom().randrange(1000000)
    if type(copies) is not int or not 1 <= copies <= 200:
        raise ValueError("copies must be a whole number, 1 to 200")
    if type(seed) is not int or seed < 0:
        raise ValueError("seed must be a whole number, 0 or more")
    pages = _EXAMPLE_PAGE.format(
        style=_STYLE, blanks=explain([2, 3], _EXAMPLE, blank=True),
        picture=draw([5, 3], _EXAMPLE), steps=explain([5, 3], _EXAMPLE))
    rows = ""
    for sheet, (inputs, network) in enumerate(_exercises(copies, seed), 1):
        pages += _SHEET.format(
            sheet=sheet, seed=seed, inputs=inputs,
            picture=draw(inputs, network, blank=True),
            blanks=explain(inputs, network, blank=True))
        rows += _key_row(sheet, inputs, network)
    return pages + _KEY.format(rows=rows, copies=copies, seed=seed)


def _exercises(copies, seed):
    """Return different exercises: inputs and a network for each copy."""
    chance = random.Random(seed).random  # the same on every Python

    def two_of(numbers):
        return sorted(numbers, key=lambda number: chance())[:2]

    weights = [-3, -2, -1, 1, 2, 3]
    exercises = []
    for _ in range(100000):  # 200 copies need about 3000 tries
        network = [[two_of(weights), two_of(weights)], [two_of(weights)]]
        exercise = two_of([1, 2, 3, 4, 5]), network
        if _is_good(*exercise) and exercise not in exercises:
            exercises.append(exercise)
        if len(exercises) == copies:
            return exercises
    raise RuntimeError("no exercise was found")


def _solve(inputs, network):
    """Return both hidden sums, the output, and the output without relu."""
    return (layer(inputs, network[0]) + forward(inputs, network)
            + forward(inputs, network, activation=identity))


def _is_good(inputs, network):
    """Return whether one node is off, and the numbers suit an exercise."""
    numbers = _solve(inputs, network)
    return (
        numbers[0] * numbers[1] < 0      # relu changes one hidden sum
        and 0 not in numbers             # a sum of 0 is a special case
        and max(map(abs, numbers)) <= 12  # it is easy to work out
        # Whoever reads columns for rows gets other sums.
        and network[0][0][1] != network[0][1][0])


def _key_row(sheet, inputs, network):
    """Return a row of the answer key: the cells of a table."""
    numbers = _solve(inputs, network)
    off = numbers.index(min(numbers[:2]))
    weight = f"{network[1][0][off]} from node_{off}"
    cells = [sheet, inputs, network] + numbers + [weight]
    return "<tr>" + "".join(f"<td>{x}" for x in cells).replace("-", "&minus;")


# --- The pages of the worksheets ---------------------------------------------
# `handout` fills in what is in {}; <u></u> is a blank, <hr> a line to write on
_STYLE = """
@page { margin: 14mm 11mm 10mm }
body { font: 10.5pt/1.35 Arial, sans-serif; margin: auto; width: 174mm }
section + section { break-before: page }
header { align-items: baseline; border-bottom: 0.5mm solid; display: flex }
header { gap: 2mm; padding-bottom: 1.5mm }
h1 { flex: auto; font-size: 15pt; margin: 0; white-space: nowrap }
p, ol { margin: 1.5mm 0 }
ol { padding-left: 4.5mm }
.part { margin-top: 3.5mm }
i { float: right; font-style: normal }
u { border-bottom: 0.3mm solid; display: inline-block; width: 15mm }
p u + u { width: 40mm }
header u { width: 20mm }
header u:first-of-type { width: 56mm }
hr { border: 0; border-bottom: 0.3mm solid black; height: 7mm; margin: 0 }
pre, code { font: 11pt Consolas, Menlo, monospace; white-space: pre }
pre { line-height: 6.2mm; margin: 0 }
.worked { line-height: 4.6mm }
svg { display: block; margin: 1mm auto; width: 148mm }
svg + .part { margin-top: -4mm }
table { border-collapse: collapse; width: 100% }
td, th { border: 0.2mm solid; font-size: 9pt; line-height: 1.2; padding: 0 }
td { text-align: center }
.fill { table-layout: fixed }
.fill td { height: 6.5mm }
.key td { height: 4.8mm }
.key tr:nth-child(5n) td { border-bottom: 0.8mm solid }
"""
_EXAMPLE_PAGE = """\
<!DOCTYPE html>
<html lang="en"><title>Forward propagation</title><style>{style}</style>
<section>
<header><h1>Forward propagation: an example</h1></header>
<p><b>A bank</b> wants to predict how many transactions (payments in or out) a
customer will make next year. The inputs are the age, in tens of years, and the
balance of the account, in thousands: 5 and 3 mean a customer aged 50 who has
3000. The weights, the numbers on the lines, are made up.
<ol><li><b>Sum.</b> A node multiplies each value to its left by the weight on
the line between them, and adds.
<li><b>relu,</b> in the hidden layer only: a negative sum becomes 0 (node
<b>off</b>), a positive sum stays (node <b>on</b>).
<li><b>Output.</b> It has no relu: the sum is the output.</ol>
{picture}
<pre class="worked">{steps}</pre>
<p class="part"><b>Your turn.</b> A customer aged 20 has 3000, too. Guess, and
circle: output above / below 16. Work it out:
<pre>{blanks}</pre>
<p class="part"><b>What does another thousand add?</b> Fill in the table. The
rise is how much the output grows.
<table class="fill">
<tr><th>inputs<th>node_0: sum<th>node_1: sum<th>node_1 after relu<th>output
<th>rise
<tr><td>2, 3 (has 3000)<td><td><td><td><td rowspan="2">
<tr><td>2, 4 (has 4000)<td><td><td><td>
<tr><td>5, 3 (has 3000)<td>8<td>&minus;2<td>0<td>16<td rowspan="2">
<tr><td>5, 4 (has 4000)<td><td><td><td>
</table>
<p class="part">Why are the two rises different? Look at node_1.
<hr><hr></section>
"""
_SHEET = """
<section>
<header><h1>Sheet {sheet}</h1> Name <u></u> Class <u></u> Marks <u></u>/8
</header>
<p><b>Sum of a node:</b> multiply each value to its left by the weight on the
line between, and add. <b>relu,</b> in the hidden layer only: a negative sum
becomes 0 (node off), a positive one stays (on). The output may be negative.
{picture}
<p class="part"><b>Fill in</b> the blanks and the circles. One hidden node is
off: if not, check signs and lines. <i>(3)</i>
<pre>{blanks}</pre>
<p class="part"><b>1. Without relu.</b> Work out the output again, with both
hidden sums as they were before relu. <i>(1)</i>
<pre>_____ * _____ + _____ * _____ = _____</pre>
<p>Which hidden node makes the output different? What changed in it? <i>(1)</i>
<hr><hr>
<p class="part"><b>2. With relu again.</b> One of the six weights could be any
number, and the output would stay the same. <i>(1)</i>
<p>It is the weight <u></u> from <u></u> to <u></u> (node and layer).
<p>Why can it be any number? <i>(1)</i>
<hr><hr>
<p class="part"><b>3. In Python,</b> <i>(1)</i> a node is the list of the
weights on the lines into it, top line first. In the example:
<code>[[[1, 1], [-1, 1]], [[2, -1]]]</code>. Write yours:
<pre>
print(explain({inputs}, [[[____, ____], [____, ____]], [[____, ____]]]))</pre>
<p>To check at a computer, first type <code>from neuralbasics import *</code>
<i>Set {seed}</i></section>
"""
_KEY = """
<section>
<header><h1>Answer key</h1> Set {seed}</header>
<p><b>8 marks.</b> Blanks: 1 for each node, with sum and relu right. Circles:
none. Mark the output, 1 and 2 by the student's own numbers; but unless one
hidden sum is below 0 and one above, correct the nodes, and let the student do
1 and 2 again.
<br><b>1.</b> 1 for the output. 1 for the node that was off, and: its negative
sum counts now, not 0. (Node alone, or only "was off": 0.)
<br><b>2.</b> 1 for the weight and its line, even without layers. If right, 1
for: 0 times any number is 0. (Only "is off" or "is 0": 0.)
<br><b>3.</b> 1 for all six weights, in their places.
<p><b>Example</b> (no marks). Aged 20: sums 5 and 1, output 9; with 4000, sums
6 and 2, output 10, a rise of 1. Aged 50, with 4000: sums 9 and &minus;1,
output 18, a rise of 2. At 20, node_1 is on, and adds 1*(&minus;1) = &minus;1
to the rise; at 50, it stays off, and adds 0.
<table class="key"><thead><tr><th>sheet<th>inputs<th>network<th>node_0: sum
<th>node_1: sum<th>output<th>1. output<th>2. weight</thead>
<tbody>{rows}</tbody></table>
<p>The same pages again:
python neuralbasics.py handout --copies {copies} --seed {seed} -o again.html
</section>
"""


# --- The command line --------------------------------------------------------

def main(argv):
    """Run the command line: python neuralbasics.py --help"""
    import argparse
    parser = argparse.ArgumentParser(description="Explain a neural network.")
    commands = parser.add_subparsers()
    for function, path, about in [
            (explain, None, "show every step, from the inputs to the output"),
            (draw, "network.svg", "draw the network, in network.svg"),
            (handout, "handout.html", "make worksheets, in handout.html")]:
        command = commands.add_parser(function.__name__, help=about)
        add = command.add_argument
        command.set_defaults(function=function)
        add("-o", dest="path", default=path, help="new file")
        if function is handout:
            add("--copies", type=int, default=1)
            add("--seed", type=int)
        else:
            command.set_defaults(network=_EXAMPLE)
            add("inputs", nargs="*", type=number, default=[2, 3],
                help="two numbers (2 3)")
            add("--blank", action="store_true",
                help="leave out what is to be found")
    options = vars(parser.parse_args(argv or ["explain"]))
    function, path = options.pop("function"), options.pop("path")
    if function is not handout and len(options["inputs"]) != 2:
        parser.error("two numbers are wanted, such as 5 3")
    try:
        text = function(**options)
        if path is None:
            print(text)
        else:
            with open(path, "x", encoding="utf-8") as file:
                file.write(text + "\n")
            print(path, "is ready")
    except FileExistsError:
        parser.error(f"{path} is there already: -o names another file")
    except (OSError, ValueError) as error:
        parser.error(str(error))


def number(word):
    """Return a word as a number; 3 stays whole. (argparse says this name.)"""
    try:
        return int(word)
    except ValueError:
        return float(word)


if __name__ == "__main__" and "get_ipython" not in globals():  # no notebook
    main(sys.argv[1:])
