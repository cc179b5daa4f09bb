# decomposition: shark-bones as a sum of modes: items, strength and features of each, and what they add up to
#
# Draw it again:   gnuplot decomposition.gp
# As PNG or PDF:   gnuplot -e "format='png'" decomposition.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'decomposition.' . format
if (format eq 'svg') set terminal svg size 1500,684 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 3000,1368 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 15.63in,7.13in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.07333333333333333
set rmargin at screen 0.26666666666666666
set bmargin at screen 0.7236842105263157
set tmargin at screen 0.9342105263157895
set border 3 linecolor '#404040'
set title 'Share of squares explained' offset 0,-0.3
set xlabel 'number of modes, the strongest first' offset 0,0.3
set xrange [0:8.2]
set xtics out scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8)
set yrange [0:1.05]
set ytics out scale 0 nomirror ('0' 0, '½' 0.5, '1' 1)
unset key
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot 'decomposition-explained.tsv' using 'x':'y' with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     'decomposition-explained.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.07333333333333333
set rmargin at screen 0.26666666666666666
set bmargin at screen 0.2192982456140351
set tmargin at screen 0.5701754385964912
set border 15 linecolor '#404040'
set title 'Items told apart, Vᵀ' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('mode 1' 0, 'mode 2' 1, 'mode 3' 2, 'mode 4' 3, 'mode 5' 4, 'mode 6' 5, 'mode 7' 6, 'mode 8' 7)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-0.582:0.582]
set colorbox user origin screen 0.2733333333333333,0.2192982456140351 size screen 0.015,0.350877
set cbtics out scale 0 nomirror ('−0.58' -0.582, '0' 0, '0.58' 0.582)
plot 'decomposition-items.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.34
set rmargin at screen 0.5
set bmargin at screen 0.2192982456140351
set tmargin at screen 0.5701754385964912
set border 3 linecolor '#404040'
set title 'Strength S (share of squares)' offset 0,-0.3
set xlabel ']: nearly equal, any mixture is as good' offset 0,0.3
set xrange [0:339.06270070523493]
unset xtics
set yrange [7.5:-0.5]
unset ytics
unset key
set label '157.7 (31 %)' at first 157.7035817233651, first 0.26666666666666666 left offset character 0.6, character 0.5
set label '121.8 (19 %)' at first 121.81799766368894, first 1.2666666666666666 left offset character 0.6, character 0.5
set label '100.5 (13 %)' at first 100.46981518486945, first 2.2666666666666666 left offset character 0.6, character 0.5
set label '100.3 (13 %)' at first 100.26092271121178, first 3.2666666666666666 left offset character 0.6, character 0.5
set label '71.42 (6.4 %)' at first 71.41764483650128, first 4.266666666666667 left offset character 0.6, character 0.5
set label '71.24 (6.3 %)' at first 71.2354128677433, first 5.266666666666667 left offset character 0.6, character 0.5
set label '70.68 (6.2 %)' at first 70.67835801203876, first 6.266666666666667 left offset character 0.6, character 0.5
set label '70.58 (6.2 %)' at first 70.57708579232784, first 7.266666666666667 left offset character 0.6, character 0.5
plot 'decomposition-strengths.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 12 dashtype 1 notitle, \
     'decomposition-nearly-equal.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#404040' linewidth 1.5 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.5733333333333334
set rmargin at screen 0.8866666666666667
set bmargin at screen 0.7236842105263157
set tmargin at screen 0.9342105263157895
set border 15 linecolor '#404040'
set title 'The data Y, the sum of the modes below' offset 0,-0.3
set xrange [-0.5:9999.5]
unset xtics
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
set cbrange [-1:1]
unset colorbox
plot 'decomposition-data.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.5733333333333334
set rmargin at screen 0.8866666666666667
set bmargin at screen 0.2192982456140351
set tmargin at screen 0.5701754385964912
set border 15 linecolor '#404040'
set title 'Features carried, Uᵀ' offset 0,-0.3
set xlabel '10,000 features by the signs of the modes' offset 0,0.3
set xrange [-0.5:9999.5]
unset xtics
set yrange [7.5:-0.5]
unset ytics
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-0.0381:0.0381]
unset colorbox
plot 'decomposition-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.9066666666666666
set rmargin at screen 0.9333333333333333
set bmargin at screen 0.7236842105263157
set tmargin at screen 0.9342105263157895
set border 15 linecolor '#404040'
set title 'Named' offset 0,-0.3
set xrange [-0.5:0.5]
unset xtics
set yrange [7.5:-0.5]
unset ytics
unset key
set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
set cbrange [-1:1]
set colorbox user origin screen 0.9400000000000001,0.7236842105263157 size screen 0.015,0.210526
set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
plot 'decomposition-data-named.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.9066666666666666
set rmargin at screen 0.9333333333333333
set bmargin at screen 0.2192982456140351
set tmargin at screen 0.5701754385964912
set border 15 linecolor '#404040'
set title 'Named' offset 0,-0.3
set xrange [-0.5:0.5]
set xtics out scale 0 nomirror rotate by 90 right ('has\_bones' 0)
set yrange [7.5:-0.5]
unset ytics
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-0.0381:0.0381]
set colorbox user origin screen 0.9400000000000001,0.2192982456140351 size screen 0.015,0.350877
set cbtics out scale 0 nomirror ('−0.038' -0.0381, '0' 0, '0.038' 0.0381)
plot 'decomposition-features-named.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
