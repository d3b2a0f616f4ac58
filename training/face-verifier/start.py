"""Takes over what an earlier verifier with one output has learnt: start.py EARLIER.onnx CROPS.npz START.pt."""
import sys

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from network import Verifier
from train import middle


def unfold(conv, norm, weight, bias, x):
    """Batch normalisation was folded into the weights; gives it the statistics that leave the answer as it was."""
    with torch.no_grad():
        conv.weight.copy_(torch.from_numpy(weight.copy()))
        y = conv(x)
        mean, spread = y.mean((0, 2, 3)), y.var((0, 2, 3), unbiased=False)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(spread)
        norm.weight.copy_(torch.sqrt(spread + norm.eps))
        norm.bias.copy_(mean + torch.from_numpy(bias.copy()))
        return norm(y).relu()


def main():
    model = onnx.load(sys.argv[1])
    parts = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    convs = [(parts[n.input[1]], parts[n.input[2]] if len(n.input) > 2 else None)
             for n in model.graph.node if n.op_type == 'Conv']
    linear = [n for n in model.graph.node if n.op_type == 'Gemm'][0]
    torch.manual_seed(20261124)
    torch.set_num_threads(1)
    net = Verifier().eval()
    data = np.load(sys.argv[2])
    rng = np.random.default_rng(5)
    x = middle(data['wide'][np.sort(rng.choice(len(data['label']), 800, replace=False))]).float()
    raw = x
    x = x - x.mean((1, 2, 3), keepdim=True)
    x = x / torch.sqrt((x * x).mean((1, 2, 3), keepdim=True) + 225.0)
    blocks = iter(convs)
    for layer in net.body:
        x = unfold(layer[0], layer[1], *next(blocks), x) if isinstance(layer, torch.nn.Sequential) else layer(x)
    weight, bias = next(blocks)
    unfold(net.place, net.norm, weight, bias, x)
    with torch.no_grad():
        y = net.more[0](x)
        net.more[1].running_mean.copy_(y.mean((0, 2, 3)))
        net.more[1].running_var.copy_(y.var((0, 2, 3)))
        w = parts[linear.input[1]].reshape(-1)
        net.last.weight.mul_(0.1)
        net.last.weight[:, :64].copy_(torch.from_numpy(w.copy()))
        net.last.weight[0, 64:] = 0
        net.last.bias.fill_(float(parts[linear.input[2]].reshape(-1)[0]))
        z = net.logits(raw)[:, 0].numpy()
    y = data['label'][np.sort(np.random.default_rng(5).choice(len(data['label']), 800, replace=False))]
    print('mean log odds of faces %.2f, of others %.2f' % (z[y == 1].mean(), z[y == 0].mean()))
    torch.save(net.state_dict(), sys.argv[3])


if __name__ == '__main__':
    main()
