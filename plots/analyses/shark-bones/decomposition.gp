# decomposition: shark-bones as a sum of modes: items, strength and features of each mode, and their sum
#
# Draw it again:   gnuplot decomposition.gp
# As PNG or PDF:   gnuplot -e "format='png'" decomposition.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" decomposition.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'decomposition.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1500,684 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 3000,1368 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 15.63in,7.13in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,1280 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1920 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,13.33in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,1128 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,4512 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,11.75in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $decomposition_explained has the columns 1 x, 2 y
set table $decomposition_explained; plot 'decomposition-explained.tsv' using (strcol(1)."\t".strcol(2)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.07333
if (medium eq 'web') set rmargin at screen 0.26667
if (medium eq 'web') set bmargin at screen 0.72368
if (medium eq 'web') set tmargin at screen 0.93421
if (medium eq 'slides') set lmargin at screen 0.03412
if (medium eq 'slides') set rmargin at screen 0.38682
if (medium eq 'slides') set bmargin at screen 0.77688
if (medium eq 'slides') set tmargin at screen 0.94938
if (medium eq 'paper') set lmargin at screen 0.16694
if (medium eq 'paper') set rmargin at screen 0.81232
if (medium eq 'paper') set bmargin at screen 0.88185
if (medium eq 'paper') set tmargin at screen 0.97447
set border 3 linecolor '#404040'
set title 'Variance explained' offset 0,-0.3
if (medium eq 'web') set label 40 'number of modes, the strongest first' at screen 0.17,0.65899 center
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.005,0.01912 left textcolor '#707070'
if (medium eq 'slides') set label 40 'number of modes, the strongest first' at screen 0.21047,0.72156 center
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.00938,0.01635 left textcolor '#707070'
if (medium eq 'paper') set label 40 'number of modes, the strongest first' at screen 0.48963,0.85396 center
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · seed 2021'.'}' at screen 0.01636,0.00825 left textcolor '#707070'
set xrange [0:8.2]
set xtics out scale 0 nomirror ('0' 0, '1' 1, '2' 2, '3' 3, '4' 4, '5' 5, '6' 6, '7' 7, '8' 8)
set yrange [0:1.05]
set ytics out scale 0 nomirror ('0' 0, '½' 0.5, '1' 1)
unset key
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot $decomposition_explained using 1:2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     $decomposition_explained using 1:2 with points pointtype 7 linecolor rgb '#0072b2' notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.07333
if (medium eq 'web') set rmargin at screen 0.26667
if (medium eq 'web') set bmargin at screen 0.2193
if (medium eq 'web') set tmargin at screen 0.57018
if (medium eq 'slides') set lmargin at screen 0.09566
if (medium eq 'slides') set rmargin at screen 0.28934
if (medium eq 'slides') set bmargin at screen 0.47781
if (medium eq 'slides') set tmargin at screen 0.65031
if (medium eq 'paper') set lmargin at screen 0.16694
if (medium eq 'paper') set rmargin at screen 0.81232
if (medium eq 'paper') set bmargin at screen 0.52695
if (medium eq 'paper') set tmargin at screen 0.68131
set border 15 linecolor '#404040'
set title 'Items, Vᵀ' offset 0,-0.3
set xrange [-0.5:7.5]
set xtics out scale 0 nomirror rotate by 90 right ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('mode 1' 0, 'mode 2' 1, 'mode 3' 2, 'mode 4' 3, 'mode 5' 4, 'mode 6' 5, 'mode 7' 6, 'mode 8' 7)
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-0.582:0.582]
if (medium eq 'web') set colorbox user origin screen 0.27367,0.2193 size screen 0.009,0.35088
if (medium eq 'web') set cbtics out scale 0 nomirror ('−0.58' -0.582, '0' 0, '0.58' 0.582)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-0.582:0.582]
if (medium eq 'slides') set colorbox user origin screen 0.30247,0.47781 size screen 0.01688,0.1725
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−0.58' -0.582, '0' 0, '0.58' 0.582)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-0.582:0.582]
if (medium eq 'paper') set colorbox user origin screen 0.83522,0.52695 size screen 0.02945,0.15436
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−0.58' -0.582, '0' 0, '0.58' 0.582)
plot 'decomposition-items.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.34
if (medium eq 'web') set rmargin at screen 0.5
if (medium eq 'web') set bmargin at screen 0.2193
if (medium eq 'web') set tmargin at screen 0.57018
if (medium eq 'slides') set lmargin at screen 0.40814
if (medium eq 'slides') set rmargin at screen 0.70692
if (medium eq 'slides') set bmargin at screen 0.47781
if (medium eq 'slides') set tmargin at screen 0.65031
if (medium eq 'paper') set lmargin at screen 0.16694
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.28423
if (medium eq 'paper') set tmargin at screen 0.45444
set border 3 linecolor '#404040'
set title 'Strength S (share of variance)' offset 0,-0.3
if (medium eq 'web') set label 40 ']: nearly equal modes' at screen 0.42,0.19627 center
if (medium eq 'slides') set label 40 ']: nearly equal modes' at screen 0.55753,0.45813 center
if (medium eq 'paper') set label 40 ']: nearly equal modes' at screen 0.57365,0.2743 center
set xrange [0:339.062700705235]
unset xtics
if (medium eq 'web') set yrange [7.5:-0.5]
if (medium eq 'web') unset ytics
if (medium eq 'slides') set yrange [7.5:-0.5]
if (medium eq 'slides') unset ytics
if (medium eq 'paper') set yrange [7.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('mode 1' 0, 'mode 2' 1, 'mode 3' 2, 'mode 4' 3, 'mode 5' 4, 'mode 6' 5, 'mode 7' 6, 'mode 8' 7)
unset key
if (medium eq 'web') set label '157.7 (31 %)' at first 157.70358172336512, first 0.375 left offset character 0.6, character 0.5
if (medium eq 'web') set label '121.8 (19 %)' at first 121.81799766368898, first 1.375 left offset character 0.6, character 0.5
if (medium eq 'web') set label '100.5 (13 %)' at first 100.46981518486936, first 2.375 left offset character 0.6, character 0.5
if (medium eq 'web') set label '100.3 (13 %)' at first 100.26092271121182, first 3.375 left offset character 0.6, character 0.5
if (medium eq 'web') set label '71.42 (6.4 %)' at first 71.41764483650122, first 4.375 left offset character 0.6, character 0.5
if (medium eq 'web') set label '71.24 (6.3 %)' at first 71.23541286774328, first 5.375 left offset character 0.6, character 0.5
if (medium eq 'web') set label '70.68 (6.2 %)' at first 70.67835801203877, first 6.375 left offset character 0.6, character 0.5
if (medium eq 'web') set label '70.58 (6.2 %)' at first 70.57708579232781, first 7.375 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '157.7 (31 %)' at first 157.70358172336512, first 0.6521739130434785 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '121.8 (19 %)' at first 121.81799766368898, first 1.6521739130434776 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '100.5 (13 %)' at first 100.46981518486936, first 2.6521739130434785 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '100.3 (13 %)' at first 100.26092271121182, first 3.65217391304348 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '71.42 (6.4 %)' at first 71.41764483650122, first 4.652173913043477 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '71.24 (6.3 %)' at first 71.23541286774328, first 5.652173913043478 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '70.68 (6.2 %)' at first 70.67835801203877, first 6.6521739130434785 left offset character 0.6, character 0.5
if (medium eq 'slides') set label '70.58 (6.2 %)' at first 70.57708579232781, first 7.65217391304348 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '157.7 (31 %)' at first 157.70358172336512, first 0.33333333333333304 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '121.8 (19 %)' at first 121.81799766368898, first 1.333333333333333 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '100.5 (13 %)' at first 100.46981518486936, first 2.333333333333333 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '100.3 (13 %)' at first 100.26092271121182, first 3.333333333333333 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '71.42 (6.4 %)' at first 71.41764483650122, first 4.333333333333334 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '71.24 (6.3 %)' at first 71.23541286774328, first 5.333333333333334 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '70.68 (6.2 %)' at first 70.67835801203877, first 6.333333333333333 left offset character 0.6, character 0.5
if (medium eq 'paper') set label '70.58 (6.2 %)' at first 70.57708579232781, first 7.333333333333333 left offset character 0.6, character 0.5
plot 'decomposition-strengths.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#0072b2' linewidth 12 dashtype 1 notitle, \
     'decomposition-nearly-equal.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#404040' linewidth 1.5 dashtype 1 notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.57333
if (medium eq 'web') set rmargin at screen 0.88667
if (medium eq 'web') set bmargin at screen 0.72368
if (medium eq 'web') set tmargin at screen 0.93421
if (medium eq 'slides') set lmargin at screen 0.49122
if (medium eq 'slides') set rmargin at screen 0.83201
if (medium eq 'slides') set bmargin at screen 0.77688
if (medium eq 'slides') set tmargin at screen 0.94938
if (medium eq 'paper') set lmargin at screen 0.16254
if (medium eq 'paper') set rmargin at screen 0.7108
if (medium eq 'paper') set bmargin at screen 0.71346
if (medium eq 'paper') set tmargin at screen 0.81802
set border 15 linecolor '#404040'
set title 'Data Y: sum of the modes below' offset 0,-0.3
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
if (medium eq 'web') set lmargin at screen 0.57333
if (medium eq 'web') set rmargin at screen 0.88667
if (medium eq 'web') set bmargin at screen 0.2193
if (medium eq 'web') set tmargin at screen 0.57018
if (medium eq 'slides') set lmargin at screen 0.72942
if (medium eq 'slides') set rmargin at screen 0.98875
if (medium eq 'slides') set bmargin at screen 0.47781
if (medium eq 'slides') set tmargin at screen 0.65031
if (medium eq 'paper') set lmargin at screen 0.16694
if (medium eq 'paper') set rmargin at screen 0.66081
if (medium eq 'paper') set bmargin at screen 0.08158
if (medium eq 'paper') set tmargin at screen 0.23837
set border 15 linecolor '#404040'
set title 'Features, Uᵀ' offset 0,-0.3
if (medium eq 'web') set label 40 '10,000 features, sorted by the signs of the modes' at screen 0.73,0.19627 center
if (medium eq 'slides') set label 40 '10,000 features, sorted by' at screen 0.85909,0.45813 center
if (medium eq 'slides') set label 41 'the signs of the modes' at screen 0.85909,0.43375 center
if (medium eq 'paper') set label 40 '10,000 features, sorted by the signs' at screen 0.36179,0.07165 center
if (medium eq 'paper') set label 41 'of the modes' at screen 0.41387,0.05936 center
set xrange [-0.5:9999.5]
unset xtics
if (medium eq 'web') set yrange [7.5:-0.5]
if (medium eq 'web') unset ytics
if (medium eq 'slides') set yrange [7.5:-0.5]
if (medium eq 'slides') unset ytics
if (medium eq 'paper') set yrange [7.5:-0.5]
if (medium eq 'paper') set ytics out scale 0 nomirror ('mode 1' 0, 'mode 2' 1, 'mode 3' 2, 'mode 4' 3, 'mode 5' 4, 'mode 6' 5, 'mode 7' 6, 'mode 8' 7)
unset key
set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
set cbrange [-0.0381:0.0381]
unset colorbox
plot 'decomposition-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.90667
if (medium eq 'web') set rmargin at screen 0.93333
if (medium eq 'web') set bmargin at screen 0.72368
if (medium eq 'web') set tmargin at screen 0.93421
if (medium eq 'slides') set lmargin at screen 0.85451
if (medium eq 'slides') set rmargin at screen 0.91436
if (medium eq 'slides') set bmargin at screen 0.77688
if (medium eq 'slides') set tmargin at screen 0.94938
if (medium eq 'paper') set lmargin at screen 0.75006
if (medium eq 'paper') set rmargin at screen 0.85056
if (medium eq 'paper') set bmargin at screen 0.71346
if (medium eq 'paper') set tmargin at screen 0.81802
set border 15 linecolor '#404040'
set title 'Named' offset 0,-0.3
set xrange [-0.5:0.5]
unset xtics
set yrange [7.5:-0.5]
unset ytics
unset key
if (medium eq 'web') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'web') set cbrange [-1:1]
if (medium eq 'web') set colorbox user origin screen 0.94033,0.72368 size screen 0.009,0.21053
if (medium eq 'web') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
if (medium eq 'slides') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'slides') set cbrange [-1:1]
if (medium eq 'slides') set colorbox user origin screen 0.92749,0.77688 size screen 0.01688,0.1725
if (medium eq 'slides') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
if (medium eq 'paper') set palette maxcolors 2 defined (0 '#e9edf2', 1 '#0072b2')
if (medium eq 'paper') set cbrange [-1:1]
if (medium eq 'paper') set colorbox user origin screen 0.87347,0.71346 size screen 0.02945,0.10456
if (medium eq 'paper') set cbtics out scale 0 nomirror ('no' -0.5, 'yes' 0.5)
plot 'decomposition-data-named.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.90667
if (medium eq 'web') set rmargin at screen 0.93333
if (medium eq 'web') set bmargin at screen 0.2193
if (medium eq 'web') set tmargin at screen 0.57018
if (medium eq 'slides') set lmargin at screen 0.09566
if (medium eq 'slides') set rmargin at screen 0.87994
if (medium eq 'slides') set bmargin at screen 0.16155
if (medium eq 'slides') set tmargin at screen 0.33405
if (medium eq 'paper') set lmargin at screen 0.70007
if (medium eq 'paper') set rmargin at screen 0.79049
if (medium eq 'paper') set bmargin at screen 0.08158
if (medium eq 'paper') set tmargin at screen 0.23837
set border 15 linecolor '#404040'
if (medium eq 'web') set title 'Named' offset 0,-0.3
if (medium eq 'slides') set title 'Named' offset 0,-0.3
if (medium eq 'paper') set label 10 'Named' at screen 0.75026,0.24877 center
set xrange [-0.5:0.5]
set xtics out scale 0 nomirror rotate by 90 right ('has\_bones' 0)
if (medium eq 'web') set yrange [7.5:-0.5]
if (medium eq 'web') unset ytics
if (medium eq 'slides') set yrange [7.5:-0.5]
if (medium eq 'slides') set ytics out scale 0 nomirror ('mode 1' 0, 'mode 2' 1, 'mode 3' 2, 'mode 4' 3, 'mode 5' 4, 'mode 6' 5, 'mode 7' 6, 'mode 8' 7)
if (medium eq 'paper') set yrange [7.5:-0.5]
if (medium eq 'paper') unset ytics
unset key
if (medium eq 'web') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'web') set cbrange [-0.0381:0.0381]
if (medium eq 'web') set colorbox user origin screen 0.94033,0.2193 size screen 0.009,0.35088
if (medium eq 'web') set cbtics out scale 0 nomirror ('−0.038' -0.0381, '0' 0, '0.038' 0.0381)
if (medium eq 'slides') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'slides') set cbrange [-0.0381:0.0381]
if (medium eq 'slides') set colorbox user origin screen 0.89306,0.16155 size screen 0.01688,0.1725
if (medium eq 'slides') set cbtics out scale 0 nomirror ('−0.038' -0.0381, '0' 0, '0.038' 0.0381)
if (medium eq 'paper') set palette defined (0 '#005a8f', 1 '#4a9ccb', 2 '#ffffff', 3 '#ee9b5f', 4 '#c24e00')
if (medium eq 'paper') set cbrange [-0.0381:0.0381]
if (medium eq 'paper') set colorbox user origin screen 0.81339,0.08158 size screen 0.02945,0.15678
if (medium eq 'paper') set cbtics out scale 0 nomirror ('−0.038' -0.0381, '0' 0, '0.038' 0.0381)
plot 'decomposition-features-named.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
