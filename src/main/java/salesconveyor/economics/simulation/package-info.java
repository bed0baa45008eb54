/** The conveyor as a queueing network that is played through by discrete events; times are minutes. */
@NullMarked
package salesconveyor.economics.simulation;

import org.jspecify.annotations.NullMarked;
