// What visuals use of planck 1.5, a rigid-body physics engine after Box2D; written by us, since its own types are 138 kB.

export interface Vec2Value {
  x: number;
  y: number;
}

export class Shape {
  protected constructor();
}

export class CircleShape extends Shape {
  constructor(radius: number);
}

export class BoxShape extends Shape {
  constructor(halfWidth: number, halfHeight: number, middle?: Vec2Value, angle?: number);
}

export interface Fixture {
  getBody(): Body;
}

export interface Contact {
  getFixtureA(): Fixture;
  getFixtureB(): Fixture;
}

export interface ContactImpulse {
  readonly normalImpulses: readonly number[];
}

export interface Body {
  createFixture(fixture: { shape: Shape; density?: number; friction?: number; restitution?: number }): Fixture;
  getPosition(): Readonly<Vec2Value>;
  getLinearVelocity(): Readonly<Vec2Value>;
  setPosition(place: Vec2Value): void;
  setLinearVelocity(velocity: Vec2Value): void;
  applyForceToCenter(force: Vec2Value, wake?: boolean): void;
  getMass(): number;
  isStatic(): boolean;
  isActive(): boolean;
  setActive(active: boolean): void;
}

export interface BodyOptions {
  type?: "static" | "kinematic" | "dynamic";
  position?: Vec2Value;
  linearDamping?: number;
  fixedRotation?: boolean;
  allowSleep?: boolean;
}

export class World {
  constructor(gravity: Vec2Value);
  createBody(options?: BodyOptions): Body;
  destroyBody(body: Body): boolean;
  step(seconds: number): void;
  on(event: "post-solve", listener: (contact: Contact, impulse: ContactImpulse) => void): World;
}
