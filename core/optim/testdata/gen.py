#!/usr/bin/python3
"""What PyTorch's optimisers and schedulers do with given gradients, as golden.json beside this file.
Run: /usr/bin/python3 gen.py. Needs Debian's python3-torch (1.13). Computed in float64, deterministic.
"""
import json, os, warnings, torch
from torch.optim import lr_scheduler as schedulers

torch.set_default_dtype(torch.float64)
torch.manual_seed(1)
warnings.filterwarnings("ignore")  # the schedulers' own calls of step(epoch)

N, STEPS = 7, 12


def single(x):
    """The nearest numbers that float32 has."""
    return x.float().double()


start = single(torch.randn(N))
gradients = [single(torch.randn(N) * 10.0 ** torch.randint(-2, 2, (N,))) for _ in range(STEPS)]
rates = [0.01 if t < 6 else 0.0025 for t in range(STEPS)]
scales = [1.0 if t % 3 else 0.25 for t in range(STEPS)]  # as a clip may have it

# optimiser, what is given to ours, and PyTorch's own
OPTIMISERS = [
    ("sgd", {}, lambda p: torch.optim.SGD(p, lr=1)),
    ("sgd", {"Decay": 0.1}, lambda p: torch.optim.SGD(p, lr=1, weight_decay=0.1)),
    ("momentum", {}, lambda p: torch.optim.SGD(p, lr=1, momentum=0.9)),
    ("momentum", {"Momentum": 0.75, "Decay": 0.1}, lambda p: torch.optim.SGD(p, lr=1, momentum=0.75, weight_decay=0.1)),
    ("rmsprop", {}, lambda p: torch.optim.RMSprop(p)),
    ("rmsprop", {"Decay": 0.1}, lambda p: torch.optim.RMSprop(p, weight_decay=0.1)),
    ("adam", {}, lambda p: torch.optim.Adam(p)),
    ("adam", {"Decay": 0.1}, lambda p: torch.optim.Adam(p, weight_decay=0.1)),
    ("adamw", {}, lambda p: torch.optim.AdamW(p)),
    ("adamw", {"Decay": 0.3}, lambda p: torch.optim.AdamW(p, weight_decay=0.3)),
]


def run(make):
    p = torch.nn.Parameter(start.clone())
    optimiser, after = make([p]), []
    for gradient, rate, scale in zip(gradients, rates, scales):
        optimiser.param_groups[0]["lr"] = rate
        p.grad = gradient * scale
        optimiser.step()
        after.append(p.detach().tolist())
    return after


BASE, WARMUP, UPDATES = 0.02, 5, 40
RISE = dict(start_factor=1 / (WARMUP + 1), total_iters=WARMUP)
constant = lambda o: schedulers.ConstantLR(o, factor=1)
stepped = lambda o: schedulers.StepLR(o, step_size=7, gamma=0.5)
cosine = lambda horizon: lambda o: schedulers.CosineAnnealingLR(o, T_max=horizon, eta_min=0.001)

# what is given to our schedule besides the base, and PyTorch's own
SCHEDULES = [
    ({}, constant),
    ({"Kind": "constant", "Warmup": WARMUP}, constant),
    ({"Kind": "step", "Every": 7, "Factor": 0.5}, stepped),
    ({"Kind": "step", "Every": 7, "Factor": 0.5, "Warmup": WARMUP}, stepped),
    ({"Kind": "cosine", "Horizon": UPDATES, "Floor": 0.001}, cosine(UPDATES)),
    ({"Kind": "cosine", "Horizon": UPDATES, "Floor": 0.001, "Warmup": WARMUP}, cosine(UPDATES - WARMUP)),
]


def course(schedule, make):
    optimiser = torch.optim.SGD([torch.nn.Parameter(start.clone())], lr=BASE)
    if "Warmup" in schedule:
        rise = schedulers.LinearLR(optimiser, **RISE)
        scheduler = schedulers.SequentialLR(optimiser, [rise, make(optimiser)], milestones=[WARMUP])
    else:
        scheduler = make(optimiser)
    rates = []
    for _ in range(UPDATES + 1):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        scheduler.step()
    return rates


golden = {
    "torch": torch.__version__,
    "start": start.tolist(),
    "gradients": [g.tolist() for g in gradients],
    "rates": rates,
    "scales": scales,
    "optimisers": [{"name": name, "options": options, "after": run(make)} for name, options, make in OPTIMISERS],
    "schedules": [{"schedule": {"Base": BASE, **schedule}, "rates": course(schedule, make)} for schedule, make in SCHEDULES],
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden.json"), "w") as f:
    json.dump(golden, f, indent=1)
    f.write("\n")
