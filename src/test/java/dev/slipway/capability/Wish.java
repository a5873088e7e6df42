package dev.slipway.capability;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.stream.Stream;

/** A need that becomes whatever a test wants it to. */
public record Wish(Origin origin) implements Need {
    @Override
    public String describe() {
        return "wish";
    }

    /** A platform whose one service has such a need. */
    public static Sample of(Binding binding, Choice... choices) {
        Choice granter = new Granter(binding, Origin.here());
        return Sample.with(Stream.concat(Stream.of(choices), Stream.of(granter)).toArray(Choice[]::new))
                .services(Service.java("order").needs(new Wish(Origin.here())));
    }

    private record Granter(Binding binding, Origin origin) implements Provider<Wish> {
        @Override
        public Class<Wish> meets() {
            return Wish.class;
        }

        @Override
        public Binding bind(Claim<? extends Wish> claim, Place place) {
            return binding;
        }
    }
}
