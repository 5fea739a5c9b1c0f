# SPDX-License-Identifier: MIT-0
r"""How a neural network computes its answer: a lesson to read and to run.

THE QUESTION. A bank wants to predict how many transactions a customer will
make next year. It knows two numbers about each: the age, in tens of years, and
the balance of the account, in thousands. So 2 and 3 mean a customer of 20 who
has 3000. A simple way is a formula: multiply each number by a weight, and add.

    age*3 + balance*1           for this customer: 2*3 + 3*1 = 9

Finding the weights that fit past customers best is called linear regression.
But whatever the weights, another thousand adds the same for everyone, here 1.
What if it should depend on the age? When the effect of one number depends on
another, this is called an interaction. (In a regression, a person can add one
as another input, such as age*balance. A network can find its own.)

THE NETWORK. Here is a small one, with the same customer:

    inputs            hidden layer          output layer
     (2) ---------- 1 ---------> (5)
         \                 /         \
             \         1                 2
                  X                         (9)
             /        -1                -1
         /                 \         /
     (3) ---------- 1 ---------> (1)

Each (number) is a node, also called a neuron, with its value. An input node
only has its number. Every other node multiplies each value in the layer before
it by the weight, the number on the line between them, and adds the results.
That is the node's sum:

    2*1 + 3*1 = 5       2*(-1) + 3*1 = 1       5*2 + 1*(-1) = 9

If one of the values in a sum grows by 1, the sum changes by its weight. Going
column by column, layer by layer, from the inputs to the output, is called
forward propagation. The middle layer is hidden: not an input, not an answer.

THE SWITCH. Another customer also has 3000, but is 50. The hidden nodes' sums
are 5*1 + 3*1 = 8 and 5*(-1) + 3*1 = -2, and now comes a new rule: in a hidden
layer, a negative sum becomes 0. So the second node's value is 0, and the
output is 8*2 + 0*(-1) = 16. We say that this node is off. It is on if the
balance number is greater than the age number, as its sum is balance - age.
    The function that turns a negative number into 0 and leaves all others as
they are is relu, one of many activation functions: these turn a node's sum
into its value. Our output node has none. Its sum is the answer, and answers to
other questions can be negative.

IN PYTHON, we write a node as the list of the weights on the lines that lead to
it, from top to bottom, a layer as a list of nodes, and a network as a list of
layers, without the inputs. Start Python in this file's folder, and type what
follows >>> or ... (an empty line ends a loop):

>>> from neuralbasics import *
>>> hidden_layer = [[1, 1], [-1, 1]]        # two nodes with two weights each
>>> output_layer = [[2, -1]]                # one node with two weights
>>> network = [hidden_layer, output_layer]  # [[[1, 1], [-1, 1]], [[2, -1]]]
>>> forward([2, 3], network)                # the answer: a list of one output
[9]

FORMULA OR NETWORK? Here are four customers, with both predictions:

>>> for age, balance in [[2, 3], [2, 4], [5, 3], [5, 4]]:
...     print(age, balance, age*3 + balance, forward([age, balance], network))
...
2 3 9 [9]
2 4 10 [10]
5 3 18 [16]
5 4 19 [18]

At age 20, the step from 3000 to 4000 adds 1 in both. At age 50 it still adds 1
in the formula, but 2 in the network. Why? With age + balance above 0, the
first node is on, and the second node's relu chooses between two formulas:

    (age + balance)*2 + (balance - age)*(-1) = age*3 + balance*1    if on
    (age + balance)*2 + 0*(-1)               = age*2 + balance*2    if off

So another thousand adds 1 if balance is at least age, and 2 if balance is at
most age - 1. (In between, it turns the node on, and adds between 1 and 2.)
With `identity` in place of relu, a function that changes nothing, the first
formula holds for everyone:

>>> forward([5, 3], network, activation=identity)
[18]

So it is without relu in every [[[p, q], [r, s]], [[t, u]]]: (age*p +
balance*q)*t + (age*r + balance*s)*u is age*(p*t + r*u) + balance*(q*t + s*u),
one weight for each number. Several layers can then do no more than one.

BIAS. A node, hidden or output, can have a bias: one more number in its sum. In
a hidden node it moves the switch: with -2, our second node is on only if
balance is greater than age + 2. For [2, 3] it is now off: its sum is
1 + (-2) = -1, and the output is 5*2 + 0*(-1) = 10. (Without relu, it is
5*2 + (-1)*(-1) = 11.) Write a list of biases for each layer; 0 is none:

>>> forward([2, 3], network, biases=[[0, -2], [0]])
[10]

WHERE TO GO FROM HERE. These weights are invented. A computer can find good
ones from many examples: this is training. A network with several hidden layers
is called deep. To try (print(explain([2, 3], network)) shows every step):
1. In `network`, at which balances from 0 up does another thousand add 2, if
   the age is 20? At which does it add 1, if the age is 50?
2. In [[[1, 0], [0, 1]], [[2, 1]]], can what it adds depend on the age? Why?
3. Without relu, one node does the same as [[[1, 2], [3, -1]], [[2, 1]]]. With
   which weights? Does relu change the answer for [2, 3]? And for [1, 4]?

The article "Deep Learning Introduction with Python" (Data Insight) has this
network, the bank and relu, separately. We joined them, and added the formula.
"""
from collections import namedtuple

__version__ = "3.0.0"
__all__ = ["dot", "relu", "identity", "layer", "layer_values", "forward",
           "explain", "draw", "handout"]


# --- The code (_check, _NUMBERS, try and except are only for bad input) ------

def dot(a, b):
    """Return the dot product of two vectors: a number.

    A vector is a list of numbers. Multiply pair by pair, and add: so a node's
    sum is the dot product of its inputs and its weights. ValueError if the two
    have different lengths, TypeError if something in them is not a number.

    >>> dot([1, 2, 3], [4, 5, 6])           # 1*4 + 2*5 + 3*6 = 4 + 10 + 18
    32
    """
    _check_lists(a, "a", b, "b")
    total = 0
    for x, y in zip(a, b):
        total += x * y
    if type(total) not in _NUMBERS:     # perhaps not of numbers
        _check_numbers(a, "a")
        _check_numbers(b, "b")
    return total


def relu(x):
    """Return the number `x`, or 0 if it is negative (rectified linear unit).

    >>> relu(3), relu(-3)
    (3, 0)
    """
    # Not max(0, x): if x is NaN, "not a number", that is a healthy-looking 0,
    # and max(x, 0) is NaN.
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
    weight for each input; `biases`, if given, has a number for each node. Give
    the `activation` by its name: relu, or your own function. By default it
    changes nothing, as in an output layer. Errors as in `dot`.

    >>> layer([5, 3], [[1, 1], [-1, 1]])        # 5*1 + 3*1 and 5*(-1) + 3*1
    [8, -2]
    """
    _check_lists(nodes, "nodes", biases, "biases")
    outputs = []
    for i, weights in enumerate(nodes):
        node_sum = dot(inputs, weights)
        if biases is not None:
            node_sum += biases[i]
            if type(node_sum) not in _NUMBERS:
                _check_numbers(biases, "biases")
        outputs.append(activation(node_sum))
    return outputs


def layer_values(inputs, network, biases=None, activation=relu):
    """Return the values of every layer, inputs first: a list of lists.

    `network` is a list of layers; `biases`, if given, has a list for each. The
    outputs of one layer are the inputs of the next; the last has no activation
    function. Errors as in `dot`, with layers and nodes numbered from 0:
    "network[0][1] has 1 weight, but there are 2 inputs".

    >>> layer_values([5, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [[5, 3], [8, 0], [16]]
    """
    _check_lists(inputs, "inputs")
    _check_lists(network, "network", biases, "biases")
    values = [list(inputs)]             # a copy
    try:
        for i, nodes in enumerate(network):
            layer_biases = None if biases is None else biases[i]
            function = activation if i < len(network) - 1 else identity
            values.append(layer(values[i], nodes, layer_biases, function))
        return values
    except Exception as fault:          # raise an error that says where it is
        _say_where(fault, values, network, biases)


def forward(inputs, network, biases=None, activation=relu):
    """Return the values of the output layer: a list of numbers.

    Arguments, errors as in `layer_values`. The hidden layers' default is relu.

    >>> forward([5, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [16]
    """
    return layer_values(inputs, network, biases, activation)[-1]


# --- The checks --------------------------------------------------------------
# The place of a fault is looked for only after something has failed.
# Numbers of an array are refused: small ones wrap (as uint8, 200 + 100 is 44).
_LISTS, _NUMBERS = (list, tuple), (int, float)


def _check_lists(parts, name, others=None, others_name=""):
    if type(parts) is not list or not parts:
        if not isinstance(parts, _LISTS):
            hint = ": brackets may be missing" * isinstance(parts, _NUMBERS)
            if hasattr(parts, "tolist"):            # an array
                hint = f": use {name}.tolist()"
            if hasattr(parts, "__name__"):          # a function
                hint = f": did you mean activation={parts.__name__}?"
            raise ValueError(
                f"{name} is {parts!r:.60}, not a list{hint}") from None
        if not parts:
            raise ValueError(f"{name} is empty") from None
    if others is not None and (
            type(others) is not list or len(others) != len(parts)):
        _check_lists(others, others_name)
        if len(others) != len(parts):
            raise ValueError(f"{others_name} has length {len(others)}, but "
                             f"{name} has {len(parts)}") from None


def _check_numbers(vector, name):
    for i, x in enumerate(vector):
        hint = ""
        try:
            if isinstance(x, float) or not hasattr(0 + x, "tolist"):
                continue
            hint = " of Python's: use .tolist() on the array"
        except TypeError:
            if name == "inputs" and isinstance(x, _LISTS):
                hint = ": give one row at a time"
        raise TypeError(
            f"{name}[{i}] is {x!r:.60}, not a number{hint}") from None


def _say_where(fault, values, network, biases):
    """Raise an error that names the place, or the fault if all lists fit."""
    i = len(values) - 1                 # the layer that failed
    nodes, size = network[i], len(values[i])
    source = f"network[{i - 1}] gives it {size} value{'s' * (size != 1)}"
    if i == 0:
        source = f"there are {size} inputs" if size > 1 else "there is 1 input"
    _check_numbers(values[i], f"the activation's result for network[{i - 1}]"
                   if i else "inputs")
    bias_list = biases[i] if biases else None
    _check_lists(nodes, f"network[{i}]", bias_list, f"biases[{i}]")
    for j, weights in enumerate(nodes):
        name = f"network[{i}][{j}]"
        _check_lists(weights, name)
        if len(weights) != size:
            count = f"{len(weights)} weight{'s' * (len(weights) != 1)}"
            raise ValueError(f"{name} has {count}, but {source}") from None
        _check_numbers(weights, name)
    _check_numbers(bias_list or [], f"biases[{i}]")
    raise fault                         # such as an activation's own


# --- For the classroom: explain and draw -------------------------------------
_BLANK = "______"
_Node = namedtuple("_Node", "column layer number before weights bias sum "
                            "activation value")


def explain(inputs, network, biases=None, activation=relu):
    """Return the whole computation as text, a line for each step.

    Arguments and errors as in `forward`. Floats are shown to six digits, and
    "about" if what is shown has another result, as in 0.333333*3 = about 1.

    >>> print(explain([2, 3], [[[3, 1]]]))
    inputs: 2, 3
    <BLANKLINE>
    output layer
    node_0: 2*3 + 3*1 = 9
    """
    account = _account(inputs, network, biases, activation)
    lines = ["inputs: " + ", ".join(map(_text, inputs))]
    for node in account:
        if node.number == 0:
            lines += ["", node.layer]
        lines += ["\n        ".join(_steps(node))]
    return "\n".join(lines)


def _account(inputs, network, biases=None, activation=relu):
    """Return all nodes after the inputs, with what is computed in each."""
    values, account = layer_values(inputs, network, biases, activation), []
    for i, nodes in enumerate(network):
        name = "hidden layer" if len(network) == 2 else f"hidden layer {i}"
        function = activation
        if i == len(network) - 1:
            name, function = "output layer", None
        layer_biases = biases[i] if biases else None
        sums = layer(values[i], nodes, layer_biases)
        for j, weights in enumerate(nodes):
            bias = layer_biases[j] if layer_biases else None
            account.append(_Node(i + 1, name, j, values[i], weights, bias,
                                 sums[j], function, values[i + 1][j]))
    return account


def _steps(node, blank=False):
    """Return what a node does, in one line or two: its sum, its value."""
    before = [_text(x, True) for x in node.before]
    weights = [_text(weight, True) for weight in node.weights]
    node_sum = result = _text(node.sum)
    value = _text(node.value)
    if isinstance(node.sum, float):
        try:
            from fractions import Fraction          # exact: 0.1 + 0.2 is 0.3
            total = Fraction(_text(node.bias or 0))
            for x, weight in zip(node.before, node.weights):
                total += Fraction(_text(x)) * Fraction(_text(weight))
            result = "about " * (_text(float(total)) != node_sum) + node_sum
            if node.activation:
                again = _text(node.activation(float(node_sum)))
                value = "about " * (again != value) + value
        except Exception:       # it is infinite, or this is MicroPython
            pass
    if blank:
        node_sum = result = value = _BLANK
        before = [_BLANK] * len(before) if node.column > 1 else before
        weights = [_BLANK] * len(weights) if node.number > 0 else weights
    terms = [f"{x}*{weight}" for x, weight in zip(before, weights)]
    if node.bias is not None:
        terms.append(_text(node.bias, True))
    lines = [f"node_{node.number}: {' + '.join(terms)} = {result}"]
    if node.activation:
        function = getattr(node.activation, "__name__", "activation")
        lines.append(f"{function}({node_sum}) = {value}")
    return lines


def _text(number, is_factor=False):         # six digits of a float, and no -0
    number = 0 + number                     # True is 1
    text = f"{number:.6g}" if isinstance(number, float) else str(number)
    in_brackets = is_factor and (text[0] == "-" or "/" in text)
    return f"({text})" if in_brackets else text


def draw(inputs, network, biases=None, activation=relu, blank=False):
    """Return a picture of the network: text in SVG, which browsers show.

    Arguments and errors as in `forward`. A node that the activation function
    turns to 0 is off: grey, dashed, and with the sum that it had. With
    `blank=True`, the circles of the hidden and output layers are empty.

    >>> draw([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]]).count("<circle")
    5
    """
    account = _account(inputs, network, biases, activation)
    sizes = [len(inputs)] + [len(nodes) for nodes in network]
    most = max(sizes[:-1]) + 1          # weights of a node, and one free place
    row = max(92 + 20 * bool(biases), 19 * most)        # in pixels

    def place(column, number):          # the middle of a node
        first = (max(sizes) - sizes[column]) / 2
        return 66 + 270 * column, 76 + row * (first + number)

    lines, weights, circles, words = [], [], [], []
    for node in [_Node(0, "inputs", i, [], [], None, x, None, x)
                 for i, x in enumerate(inputs)] + account:
        x, y = place(node.column, node.number)
        if node.number == 0:
            words.append(_words(x, 14, node.layer))
        for i, weight in enumerate(node.weights):       # on a bend of its line
            x0, y0 = place(node.column - 1, i)
            y1 = y + row / most * (i - (len(node.weights) - 1) / 2)
            lines.append(f'<polyline points="{x0:g},{y0:g} '
                         f'{x - 90:g},{y1:g} {x:g},{y:g}"/>')
            weights.append(_words(x - 90, y1, _text(weight), 84))
        is_off = node.value == 0 and node.sum != 0 and not blank
        look = 'fill="#ddd" stroke-dasharray="5 3" ' if is_off else ""
        circles.append(f'<circle cx="{x:g}" cy="{y:g}" r="26" {look}/>')
        if node.column == 0 or not blank:
            words.append(_words(x, y, _text(node.value), 48, 20))
        if node.column > 0:
            words.append(_words(x, y - 39, f"node_{node.number}"))
        notes = [] if node.bias is None else [f"bias {_text(node.bias)}"]
        notes += [f"was {_text(node.sum)}"] if is_off else []
        for i, note in enumerate(notes):
            words.append(_words(x, y + 37 + 18 * i, note, 88))
    return f"""\
<svg xmlns="http://www.w3.org/2000/svg" font-family="Arial, sans-serif"
viewBox="0 0 {132 + 270 * len(network)} {36 + row * max(sizes):g}"
text-anchor="middle" stroke-linejoin="round" style="background: white">
<g fill="none" stroke="black" stroke-width="1.2">{"".join(lines)}</g>
<g stroke="white" stroke-width="10" paint-order="stroke">{"".join(weights)}</g>
<g fill="white" stroke="black" stroke-width="1.5">{"".join(circles)}</g>
<g stroke="white" stroke-width="5" paint-order="stroke">{"".join(words)}</g>
</svg>"""


def _words(x, y, text, room=270, size=18):          # long ones shrink
    size = min(size, room / (0.6 * len(text)))      # 0.6: a letter's width
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return (f'<text x="{x:g}" y="{y + 0.35 * size:g}" font-size="{size:.3g}">'
            f'{text}</text>\n')


# --- For the classroom: worksheets -------------------------------------------
_ARTICLE = [[[1, 1], [-1, 1]], [[2, -1]]]
_HEAD = """<!DOCTYPE html>
<html lang="en"><title>Forward propagation</title><style>
@page { margin: 8mm 11mm } code { font-size: 0.92em }
body { font: 11pt/1.35 Arial, sans-serif; margin: auto; max-width: 188mm }
section { display: flex; flex-direction: column; height: 262mm }
section + section { break-before: page } p u { height: 7.5mm }
header, div { display: flex; justify-content: space-between }
header { align-items: baseline; border-bottom: 0.5mm solid; font-size: 9pt }
h1 { font-size: 15pt; margin: 0 0 1mm } p { margin: 2.5mm 0 0 }
pre { font: 10pt/1.4 monospace; margin: 0; width: 57mm }
u { border-bottom: 0.3mm solid; display: inline-block; width: 12mm }
svg { margin: 3mm auto 0; max-height: var(--picture) }
div svg { margin: 0; width: 112mm } div { margin: 3mm 0 1mm }
.fold { border-top: 0.5mm dashed; margin-top: 5mm; padding-top: 3mm }
.write { border-top: 0.2mm solid; flex: auto; padding: 1mm 0 }
.write span { float: right } .short { flex: none }
table { border-collapse: collapse; margin: 1mm 0 2mm } th, td { padding: 0 }
th { line-height: 5mm; text-align: left } header, table { white-space: nowrap }
.key * { border: 0.2mm solid; line-height: 6mm; text-align: center }
td + td { text-align: right } .key td { min-width: 9mm; padding: 0 0.6mm }
.key tr:nth-child(5n + 1) { border-bottom: 0.8mm solid }
</style>"""


def handout(copies=1, seed=None, sizes=(2, 2, 1)):
    """Return an example, worksheets and their answer key: an HTML page.

    The `copies` worksheets all differ, and their networks have these `sizes`:
    inputs, nodes of one or two hidden layers, outputs. The same `seed` makes
    the same ones again, None random ones. ValueError if one is out of range.

    >>> page = handout(copies=2, seed=7)
    >>> page.count("<section"), page == handout(2, 7), page == handout(2, 8)
    (4, True, False)
    """
    import random
    seed = random.randrange(1000000) if seed is None else seed
    if not (copies in range(1, 1001) and seed in range(1000000)
            and len(sizes) in (3, 4) and 1 not in sizes[1:-1]
            and 0 < min(sizes) <= max(sizes) <= 7 - len(sizes)):
        raise ValueError("copies must be 1 to 1000, seed 0 to 999999, sizes 1 "
                         "to 4 inputs, 2 to 4 hidden nodes, 1 to 4 outputs, "
                         "or up to 3 of each with two hidden layers")
    chance = random.Random(seed).random
    name = f"Set {seed}, {'-'.join(map(str, sizes))}"
    pages, exercises = [_HEAD, _example()], []
    for number in range(1, copies + 1):
        exercises.append(_exercise(chance, sizes, exercises))
        pages.append(_worksheet(f"{name}, sheet {number} of {copies}",
                                *exercises[-1]))
    for first in range(0, copies, 30):
        pages.append(_answer_key(name, first, exercises, seed, sizes))
    return "\n".join(pages)


def _example():
    young, old = [f"<div>{draw(inputs, _ARTICLE)}"
                  f"<pre>{explain(inputs, _ARTICLE)}</pre></div>"
                  for inputs in ([2, 3], [5, 3])]
    return f"""<section>
<header><h1>Forward propagation: an example</h1>
<b>First fold this page backwards along the dashed line.</b></header>
<p><b>A bank</b> wants to predict how many transactions a customer will make
next year. The inputs are the age, in tens of years, and the balance, in
thousands: 2 and 3 mean a customer of 20 who has 3000.</p>
<p><b>The rule:</b> a node multiplies each value in the layer before it by the
weight on the line between them, and adds the results: this is its sum. (On the
left of a node stand its weights, top value's first.) In the hidden
layer, relu turns a negative sum into 0. A circle shows the value after relu.
The output layer has no relu. Nodes are numbered from 0; * means times.</p>
{young}
<p><b>Guess:</b> another customer also has 3000, but is 50. Which hidden sum is
negative? <u></u><u></u> Is the output above or below 9? <u></u> Unfold.</p>
<p class="fold"><b>The customer of 50:</b> node_1 of the hidden layer has the
sum -2. relu turns it into 0: the node is off, and grey in the picture. The
output is 16. Without relu, it would be 8*2 + (-2)*(-1) = 18.</p>
{old}
<p class="write"><b>What does it mean?</b> Give both customers another
thousand: 4 in place of 3. For the customer of 20, the output rises by <u></u>,
for the customer of 50 by <u></u>. Why? (Without relu: by 1 for both.)</p>
<p><b>In Python,</b> a network is a list of layers, a layer a list of nodes,
and a node a list of the weights before it:</p>
<pre>&gt;&gt;&gt; from neuralbasics import *
&gt;&gt;&gt; forward([5, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
[16]</pre></section>"""


def _worksheet(name, inputs, network):
    steps, account = "", _account(inputs, network)
    for node in account:
        if node.number == 0:
            steps += f"<tr><th>{node.layer}\n"
        steps += f"<tr><td>{'<td>'.join(_steps(node, blank=True))}\n"
    outputs = ", ".join([_BLANK] * len(network[-1]))
    changes = ", ".join([_BLANK] * len(network[0]))
    # Type, picture and lines are as large as the page has room for.
    nodes, rows = len(account), max(map(len, [inputs] + network))
    return f"""<section style="
font-size: {max(9, 14.5 - 0.5 * nodes - 0.55 * rows)}pt;
--picture: {14.9 * rows + 6 + max(0, 24 - 4 * nodes)}mm">
<header><h1>Forward propagation</h1>
<span>Name: {3 * _BLANK} &emsp;Date: {_BLANK}</span> {name}</header>
<p><b>Guess first:</b> put a dot in each hidden node that will be off, with a
negative sum. (No bank here: outputs may be negative.)</p>
{draw(inputs, network, blank=True)}
<p><b>Calculate,</b> and write each value into its circle.</p>
<table class="steps" style="line-height: {max(9, 12.5 - nodes / 2)}mm">
{steps}</table>
<p class="write"><span>Output: {outputs}</span><b>1. Without relu,</b> every
sum goes on as it is.<br>Is the output the same as with relu? Why?</p>
<p class="write short"><span>Output: {outputs}</span><b>2. With relu,</b> raise
the first input from {inputs[0]} to {inputs[0] + 1}. Output up or down?
(Arrows.)<br clear="right">Before relu, the {account[0].layer} sums change by
{changes}. Ring the weights that say so.</p>
<p class="write"><b>3. With relu and {inputs[0]} again,</b> underline each
weight, if any, that could be any number without changing the output. Why?</p>
<p class="write short"><b>4. In Python,</b> complete and type this:
<code>forward({inputs}, [[{network[0][0]},</code> ...<br>Python says:
{3 * _BLANK}</p></section>""".replace(_BLANK, "<u></u>")


def _answer_key(name, first, exercises, seed, sizes):
    rows = ""
    for i, (inputs, network) in enumerate(exercises[first:first + 30], 1):
        account = _account(inputs, network)
        cells = [first + i] + [
            node.value if node.value == node.sum else f"{node.sum} &rarr; 0"
            for node in account]
        for answers in [forward(inputs, network, activation=identity),
                        forward([inputs[0] + 1] + inputs[1:], network),
                        [weights[0] for weights in network[0]]]:
            cells.append(", ".join(map(str, answers)))
        rows += f"<tr><td>{'<td>'.join(map(str, cells))}\n"
    heads = "".join(f"<th colspan={sizes[node.column]}>{node.layer}"
                    for node in account if node.number == 0)
    return f"""<section><header><h1>Answer key</h1> {name}</header>
<p><b>Marks: {len(account) + 7}.</b> One for each of the {len(account) + 3}
boxes after the sheet's number, and one each for: why in 1, rings in 2, which
in 3, why in 3. A wrong number that is used rightly later costs one mark only.
Guesses, arrows and 4: none. <b>Reasons:</b> 1. The same if no node is off. If
one is (-2 &rarr; 0), its negative sum now goes on. 2. The weights that leave
the first input: each sum changes by its own weight. 3. Those that leave a node
which is off, as 0 times any number is 0. (Others that enter it can turn it
on.) If no node is off: none. Example: by 1 and by 2. At 50, node_1 is off.</p>
<table class="key" style="font-size: 10pt">
<tr><th>sheet{heads}<th>1. no relu<th>2. output<th>2. changes
{rows}</table>
<p>Made by: python neuralbasics.py handout --copies {len(exercises)}
--seed {seed} --sizes {' '.join(map(str, sizes))}</p></section>"""


def _exercise(chance, sizes, others):
    def pick(choices):                  # random.choice may change with Python
        return choices[int(chance() * len(choices))]

    any_off = chance() < 2 / 3          # if so, one node in each hidden layer
    negative = [pick(range(size)) if any_off else None for size in sizes[1:-1]]
    negative.append(pick(range(sizes[-1] + 1)))         # an output, or none
    for _ in range(2000):
        inputs = [pick((-1, 1, 2, 3, 4, 5)) for _ in range(sizes[0])]
        network = []
        # The sheet's three runs: with relu, without it, with a raised input.
        runs = [inputs, inputs, [inputs[0] + 1] + inputs[1:]]
        for size, number in zip(sizes[1:], negative):
            network.append([])
            for i in range(size):
                for _ in range(50):
                    weights = [pick((-4, -3, -2, -1, 1, 2, 3, 4))
                               for _ in runs[0]]
                    sums = [dot(values, weights) for values in runs]
                    if 0 not in sums and max(map(abs, sums)) <= 12:
                        break           # or _is_good refuses them
                sign = 1 if (sums[0] < 0) == (i == number) else -1
                network[-1].append([sign * weight for weight in weights])
            runs = [layer(values, network[-1], None, function) for values,
                    function in zip(runs, (relu, identity, relu))]
        if _is_good(inputs, network) and (inputs, network) not in others:
            return inputs, network
    raise RuntimeError("no exercise was found")


def _is_good(inputs, network):
    raised = [inputs[0] + 1] + inputs[1:]
    runs = [_account(inputs, network), _account(raised, network),
            _account(inputs, network, None, identity)]
    sums = [node.sum for run in runs for node in run]
    output, output_raised, without = [
        [node.value for node in run[-len(network[-1]):]] for run in runs]
    backwards = [[weights[::-1] for weights in nodes] for nodes in network]
    first = network[0]      # 99 in any of its nodes must change the output
    edited = [[first[:i] + [[99] + first[i][1:]] + first[i + 1:]] + network[1:]
              for i in range(len(first))] + [backwards]
    return (0 not in sums and max(map(abs, sums)) <= 12 and inputs[0] > 0
            and (0 in [node.value for node in runs[0]]) == (without != output)
            and without != output_raised
            and all(a != b for a, b in zip(output, output_raised))
            and all(output != forward(inputs, other) for other in edited)
            and all(nodes.count(w) < 2 for nodes in network for w in nodes))


# --- The command line --------------------------------------------------------

def main(argv=None):
    """Run the command line; return 0. Bad input: a message and SystemExit."""
    import argparse
    import sys
    parser = argparse.ArgumentParser(description="Explain a neural network.")
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
            add("inputs", type=float, nargs="*", help="numbers (2 3)")
            add("--network", metavar="FILE", help="JSON: see README.md")
        if make is draw:
            add("--blank", action="store_true", help="leave circles empty")
    options = parser.parse_args(argv)
    path, make = options.path, options.make
    ending = {draw: ".svg", handout: ".html"}.get(make, "")
    try:
        if make is handout:
            text = handout(options.copies, options.seed, options.sizes)
        elif make is draw:
            text = draw(blank=options.blank, **_load(options))
        else:
            text = explain(**_load(options))
        if path == "-":
            print(text, flush=True)
        elif not path.lower().endswith(ending):
            parser.error(f"{path} must end in {ending}")
        else:
            with open(path, "x", encoding="utf-8") as file:
                file.write(text + "\n")
            print(path, "is ready", file=sys.stderr)
    except BrokenPipeError:             # nobody reads on, as after | head
        sys.stdout = None               # or Python would try once more
    except FileExistsError:
        parser.error(f"{path} is there already: -o names another file")
    except (OSError, ValueError) as fault:
        parser.error(str(fault))
    return 0


def _load(options):
    """Return the arguments of `forward`: from a file, or the article's."""
    import json
    data = {"network": _ARTICLE, "inputs": [2, 3]}
    try:
        if options.network is not None:
            with open(options.network, encoding="utf-8-sig") as file:
                data = dict(**json.load(file))
        if options.inputs:
            data["inputs"] = options.inputs
        for name in sorted({"network", "inputs"} ^ (set(data) - {"biases"})):
            raise ValueError(f'"{name}" is ' + (
                "not known" if name in data else "missing"))
        forward(**data)                 # a fault from here on is our own
    except (ArithmeticError, RecursionError, TypeError, ValueError) as fault:
        raise ValueError(f"{options.network or 'network'}: {fault}") from None
    return data


if __name__ == "__main__" and "__file__" in globals():  # not in a notebook
    raise SystemExit(main())
