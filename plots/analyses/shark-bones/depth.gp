# depth: Mode strengths of shark-bones at depths 1 to 4 from one balanced start, and the scalar map
#
# Draw it again:   gnuplot depth.gp
# As PNG or PDF:   gnuplot -e "format='png'" depth.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'depth.' . format
if (format eq 'svg') set terminal svg size 1180,800 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2360,1600 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.29in,8.33in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.07203389830508475
set rmargin at screen 0.3686440677966102
set bmargin at screen 0.59375
set tmargin at screen 0.9375
set border 3 linecolor '#404040'
set title 'Depth 1: no hidden layer, ε = 1' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:6]
set xtics out nomirror
set ylabel 'mode strength' offset 0.5,0
set yrange [0:165.6]
set ytics out nomirror
unset key
plot 'depth-1.tsv' using 'epoch':'strength_1' with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'strength_2' with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'strength_3' with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'strength_4' with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'strength_5' with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'strength_6' with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'strength_7' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'strength_8' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     'depth-1.tsv' using 'epoch':'map_1' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-1.tsv' using 'epoch':'map_2' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-1.tsv' using 'epoch':'map_3' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-1.tsv' using 'epoch':'map_4' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-1.tsv' using 'epoch':'map_5' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-1.tsv' using 'epoch':'map_6' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-1.tsv' using 'epoch':'map_7' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-1.tsv' using 'epoch':'map_8' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.4449152542372881
set rmargin at screen 0.7415254237288136
set bmargin at screen 0.59375
set tmargin at screen 0.9375
set border 3 linecolor '#404040'
set title 'Depth 2: one hidden layer, ε = 0.00317' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:34]
set xtics out nomirror
set ylabel 'mode strength' offset 0.5,0
set yrange [0:165.6]
set ytics out nomirror
set key at screen 0.7627118644067796,0.9375 left top Left reverse samplen 2 spacing 1.15
plot 'depth-2.tsv' using 'epoch':'strength_1' with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 title 'mode 1: 157.7', \
     'depth-2.tsv' using 'epoch':'strength_2' with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 title 'mode 2: 121.8', \
     'depth-2.tsv' using 'epoch':'strength_3' with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 title 'mode 3: 100.5', \
     'depth-2.tsv' using 'epoch':'strength_4' with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 title 'mode 4: 100.3', \
     'depth-2.tsv' using 'epoch':'strength_5' with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 title 'mode 5: 71.42', \
     'depth-2.tsv' using 'epoch':'strength_6' with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 title 'mode 6: 71.24', \
     'depth-2.tsv' using 'epoch':'strength_7' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 title 'modes 7–8: 70.7 … 70.6', \
     'depth-2.tsv' using 'epoch':'strength_8' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     'depth-2.tsv' using 'epoch':'map_1' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 title 'theory: scalar map', \
     'depth-2.tsv' using 'epoch':'map_2' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-2.tsv' using 'epoch':'map_3' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-2.tsv' using 'epoch':'map_4' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-2.tsv' using 'epoch':'map_5' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-2.tsv' using 'epoch':'map_6' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-2.tsv' using 'epoch':'map_7' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-2.tsv' using 'epoch':'map_8' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.07203389830508475
set rmargin at screen 0.3686440677966102
set bmargin at screen 0.1
set tmargin at screen 0.44375
set border 3 linecolor '#404040'
set title 'Depth 3: two hidden layers, ε = 0.000391' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:167]
set xtics out nomirror
set ylabel 'mode strength' offset 0.5,0
set yrange [0:165.6]
set ytics out nomirror
unset key
plot 'depth-3.tsv' using 'epoch':'strength_1' with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'strength_2' with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'strength_3' with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'strength_4' with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'strength_5' with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'strength_6' with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'strength_7' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'strength_8' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     'depth-3.tsv' using 'epoch':'map_1' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-3.tsv' using 'epoch':'map_2' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-3.tsv' using 'epoch':'map_3' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-3.tsv' using 'epoch':'map_4' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-3.tsv' using 'epoch':'map_5' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-3.tsv' using 'epoch':'map_6' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-3.tsv' using 'epoch':'map_7' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-3.tsv' using 'epoch':'map_8' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.4449152542372881
set rmargin at screen 0.7415254237288136
set bmargin at screen 0.1
set tmargin at screen 0.44375
set border 3 linecolor '#404040'
set title 'Depth 4: three hidden layers, ε = 0.000126' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:507]
set xtics out nomirror
set ylabel 'mode strength' offset 0.5,0
set yrange [0:165.6]
set ytics out nomirror
unset key
plot 'depth-4.tsv' using 'epoch':'strength_1' with lines linecolor rgb '#0072b2' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'strength_2' with lines linecolor rgb '#d55e00' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'strength_3' with lines linecolor rgb '#009e73' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'strength_4' with lines linecolor rgb '#e69f00' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'strength_5' with lines linecolor rgb '#56b4e9' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'strength_6' with lines linecolor rgb '#cc79a7' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'strength_7' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'strength_8' with lines linecolor rgb '#999999' linewidth 3 dashtype 1 notitle, \
     'depth-4.tsv' using 'epoch':'map_1' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-4.tsv' using 'epoch':'map_2' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-4.tsv' using 'epoch':'map_3' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-4.tsv' using 'epoch':'map_4' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-4.tsv' using 'epoch':'map_5' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-4.tsv' using 'epoch':'map_6' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-4.tsv' using 'epoch':'map_7' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle, \
     'depth-4.tsv' using 'epoch':'map_8' with lines linecolor rgb '#000000' linewidth 1 dashtype 2 notitle

unset multiplot
