"""Everything above the land: sky, sun, moon, stars, clouds, birds, and what falls from there."""

from .palette import mix
from .scene import HEIGHT, WIDTH, Scene
from .strokes import box, disc, group, line, number, path


def sky(scene: Scene, horizon: float = 640) -> str:
    """The whole sky down to the horizon, with its sun or moon and its clouds."""
    top, middle, low = scene.light.sky
    parts = [box(0, 0, WIDTH, horizon + 40, scene.gradient((0, top), (0.55, middle), (1, low)))]
    if scene.light.is_night:
        parts += [stars(scene, horizon), moon(scene)]
    else:
        parts.append(sun(scene))
    parts.append(clouds(scene, horizon))
    if scene.light.name in ("day", "autumn", "dawn"):
        parts.append(birds(scene))
    return "".join(parts)


def sun(scene: Scene) -> str:
    x, y, r = scene.light.sun_at
    glow = scene.halo((0, scene.light.sun, 0.85), (0.3, scene.light.sun, 0.42), (1, scene.light.sun, 0))
    rings = "".join(disc(x, y, r * k, scene.light.sun, 0.16) for k in (2.15, 1.55))
    return disc(x, y, r * 5, glow) + rings + disc(x, y, r, mix(scene.light.sun, "#ffffff", 0.25))


def moon(scene: Scene) -> str:
    x, y, r = scene.light.sun_at
    glow = scene.halo((0, "#fdf3d0", 0.5), (0.35, "#fdf3d0", 0.16), (1, "#fdf3d0", 0))
    crescent = (
        f"M{x + r * 0.35} {y - r * 0.94}A{r} {r} 0 1 0 {x + r * 0.94} {y + r * 0.35}"
        f"A{r * 0.8} {r * 0.8} 0 1 1 {x + r * 0.35} {y - r * 0.94}Z"
    )
    return disc(x, y, r * 4.5, glow) + path(crescent, "#fdf3d0")


def stars(scene: Scene, horizon: float) -> str:
    parts = []
    for _ in range(90):
        x, y = scene.between(0, WIDTH), scene.between(0, 1) ** 1.5 * (horizon - 60)
        parts.append(disc(x, y, scene.between(1.2, 3.2), "#fdf3d0", scene.between(0.35, 0.95)))
    for _ in range(7):
        parts.append(sparkle(scene.between(60, WIDTH - 60), scene.between(40, horizon * 0.6), scene.between(7, 13)))
    return "".join(parts)


def sparkle(x: float, y: float, r: float, fill: str = "#fdf3d0") -> str:
    """A star with four points."""
    k = r * 0.16
    data = f"M{x} {y - r}Q{x + k} {y - k} {x + r} {y}Q{x + k} {y + k} {x} {y + r}Q{x - k} {y + k} {x - r} {y}"
    return path(f"{data}Q{x - k} {y - k} {x} {y - r}Z", fill)


def clouds(scene: Scene, horizon: float) -> str:
    """A few flat-bottomed clouds, the nearer the bigger, with streaks above the horizon."""
    parts = []
    for i in range(4):
        x = WIDTH * (i + scene.between(0.1, 0.9)) / 4
        y = scene.between(70, horizon * 0.46)
        if _hides_sun(scene, x, y):
            y = 70 if scene.light.sun_at[1] > 300 else scene.light.sun_at[1] + 190
        parts.append(cloud(scene, x, y, scene.between(0.55, 1.15)))
    for _ in range(4):
        x, y, w = scene.between(0, WIDTH), scene.between(horizon * 0.56, horizon * 0.8), scene.between(180, 420)
        parts.append(box(x - w / 2, y, w, 9, scene.light.cloud, 5, 0.55))
        parts.append(box(x - w / 2 + w * 0.3, y + 17, w * 0.5, 7, scene.light.cloud, 4, 0.4))
    return "".join(parts)


def _hides_sun(scene: Scene, x: float, y: float) -> bool:
    sun_x, sun_y, _ = scene.light.sun_at
    return abs(x - sun_x) < 240 and abs(y - sun_y) < 150


def cloud(scene: Scene, x: float, y: float, scale: float) -> str:
    """One cloud, its flat bottom at `y`."""
    low, high = scene.light.cloud_shade, scene.light.cloud
    puffs = [(-92, 34), (-42, 56), (18, 70), (72, 48), (108, 28)]
    tall = [(px + scene.between(-8, 8), r * scene.between(0.85, 1.12)) for px, r in puffs]
    body = "".join(disc(px, -r * 0.55, r, high) for px, r in tall)
    belly = "".join(disc(px + 12, -r * 0.12, r * 0.86, low) for px, r in tall)
    window = scene.clip('<rect x="-260" y="-300" width="520" height="300" rx="0"/>')
    veil = 0.9 if not scene.light.is_night else 0.55
    return group(f'<g clip-path="{window}">{body}{belly}</g>', box(-142, -20, 300, 40, low, 20),
                 move=(x, y), scale=scale, opacity=veil)  # fmt: skip


def birds(scene: Scene) -> str:
    """A small flock far away."""
    x, y = scene.between(300, 1150), scene.between(150, 300)
    colour = mix(scene.light.sky[0], "#3d3a4a", 0.5)
    flock = []
    for i in range(scene.dice.randint(3, 5)):
        bx, by, w = x + i * 42 + scene.between(-8, 8), y + scene.between(-26, 26), scene.between(11, 17)
        wings = f"M{number(bx - w)} {number(by - w * 0.35)}q{number(w * 0.6)} {number(-w * 0.3)} {number(w)} "
        flock.append(line(wings + f"{number(w * 0.5)}q{number(w * 0.4)} {number(-w * 0.8)} {number(w)} "
                          f"{number(-w * 0.5)}", colour, 3.2, 0.7))  # fmt: skip
    return "".join(flock)


def drifting(scene: Scene, fireflies: bool = True) -> str:
    """What fills the air behind the things in this light: snow, leaves, fireflies, or nothing."""
    if scene.light.name == "winter":
        return _snow(scene, 110, 6.5)
    if scene.light.name == "autumn":
        return "".join(_leaf(scene) for _ in range(15))
    if scene.light.is_night and fireflies:
        return "".join(_firefly(scene) for _ in range(12))
    return ""


def falling(scene: Scene) -> str:
    """The little of it that drifts in front of them: small flakes only, for a leaf would hide an eye."""
    return _snow(scene, 26, 4) if scene.light.name == "winter" else ""


def _snow(scene: Scene, count: int, largest: float) -> str:
    parts = []
    for _ in range(count):
        x, y, r = scene.between(0, WIDTH), scene.between(0, HEIGHT), scene.between(2.2, largest)
        parts.append(disc(x, y, r, "#ffffff", scene.between(0.55, 0.95)))
    return "".join(parts)


def snowflake(x: float, y: float, r: float) -> str:
    """One big snowflake with six arms."""
    arm = line("M0 0V-9M0 -5l-2.3 -2.2M0 -5l2.3 -2.2", "#ffffff", 1, 0.92)
    return "".join(group(arm, move=(x, y), scale=r / 9, turn=turn) for turn in range(0, 360, 60))


def _leaf(scene: Scene) -> str:
    r = scene.between(9, 15)
    colour = scene.paint(scene.dice.choice(("leaf", "leaf_light", "terracotta", "honey")))
    data = f"M{-r} 0Q0 {-r * 0.8} {r} 0Q0 {r * 0.8} {-r} 0Z"
    where = (scene.between(0, WIDTH), scene.between(120, HEIGHT - 60))
    return group(path(data, colour), line(f"M{-r * 1.3} 0L{r * 0.6} 0", scene.shade(colour), 1.4),
                 move=where, turn=scene.between(0, 360))  # fmt: skip


def _firefly(scene: Scene) -> str:
    x, y = scene.between(40, WIDTH - 40), scene.between(620, 940)
    glow = scene.halo((0, "#ffe9a3", 0.9), (0.25, "#ffe9a3", 0.5), (1, "#ffe9a3", 0))
    return disc(x, y, 16, glow) + disc(x, y, 2.6, "#fff6d0")
