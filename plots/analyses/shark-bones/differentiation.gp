# differentiation: How hidden layer 1 of shark-bones comes to tell items apart
#
# Draw it again:   gnuplot differentiation.gp
# As PNG or PDF:   gnuplot -e "format='png'" differentiation.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'differentiation.' . format
if (format eq 'svg') set terminal svg size 1160,700 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2320,1400 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.08in,7.29in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08189655172413793
set rmargin at screen 0.7844827586206897
set bmargin at screen 0.14285714285714285
set tmargin at screen 0.9357142857142857
set border 3 linecolor '#404040'
set title 'Items in hidden layer 1, from the start to epoch 250' offset 0,-0.3
set label '{/*0.85 '.'Points: epoch 93, 117, 138, 250. Both axes have one scale.'.'}' at screen 0.08189655172413793,0.0443 left textcolor '#404040'
set xlabel 'dimension 1 (20 % of the variance)' offset 0,0.6
set xrange [-8.6247:8.6562]
set xtics out nomirror
set ylabel 'dimension 2 (17 % of the variance)' offset 0.5,0
set yrange [-5.9447:5.8232]
set ytics out nomirror
set key at screen 0.8060344827586208,0.9357142857142857 left top Left reverse samplen 2 spacing 1.15
set label 'Pine' at first -3.941334184388347, first 4.420638880616586 right offset character -0.6, character 0.5
set label 'Oak' at first -4.0126081848977355, first 4.060178338942614 right offset character -0.6, character 0.5
set label 'Tuna' at first 3.9009616092184656, first 2.3122337420073644 left offset character 0.6, character 0.5
set label 'Shark' at first 4.050848924527336, first 1.9517732003333927 left offset character 0.6, character 0.5
set label 'Canary' at first 3.7951753162058797, first -2.2230357950039807 left offset character 0.6, character 0.5
set label 'Robin' at first 3.8578285551445717, first -2.583496336677953 left offset character 0.6, character 0.5
set label 'Rose' at first -3.8603170587297404, first -4.51609935872408 right offset character -0.6, character 0.5
set label 'Daisy' at first -3.790554977080432, first -4.8765599003980515 right offset character -0.6, character 0.5
plot 'differentiation.tsv' using 'x_1':'y_1' with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'Shark … Canary', \
     'differentiation.tsv' using 'x_2':'y_2' with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     'differentiation.tsv' using 'x_3':'y_3' with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     'differentiation.tsv' using 'x_4':'y_4' with lines linecolor rgb '#0072b2' linewidth 2 dashtype 1 notitle, \
     'differentiation.tsv' using 'x_5':'y_5' with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 title 'Rose … Oak', \
     'differentiation.tsv' using 'x_6':'y_6' with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     'differentiation.tsv' using 'x_7':'y_7' with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     'differentiation.tsv' using 'x_8':'y_8' with lines linecolor rgb '#d55e00' linewidth 2 dashtype 1 notitle, \
     'differentiation-names.tsv' using 'x1':'y1':(column('x2')-column('x1')):(column('y2')-column('y1')) with vectors nohead linecolor rgb '#999999' linewidth 1 dashtype 1 notitle, \
     'differentiation-points-1.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#0072b2' notitle, \
     'differentiation-points-2.tsv' using 'x':'y' with points pointtype 7 linecolor rgb '#d55e00' notitle
