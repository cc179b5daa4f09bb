# illusion-modes: What each mode contributes to the prediction for Shark has_bones, and the ladder on which it rests
#
# Draw it again:   gnuplot illusion-modes.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion-modes.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'illusion-modes.' . format
if (format eq 'svg') set terminal svg size 1100,580 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,1160 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,6.04in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08636363636363636
set rmargin at screen 0.7
set bmargin at screen 0.13793103448275862
set tmargin at screen 0.9224137931034483
set border 3 linecolor '#404040'
set title 'Prediction for Shark has\_bones, mode by mode' offset 0,-0.3
set xlabel 'epoch' offset 0,0.3
set xrange [0:250]
set xtics out nomirror
set ylabel 'prediction' offset 0.5,0
set yrange [-1.9:0.931]
set ytics out nomirror
set key at screen 0.7227272727272727,0.9224137931034483 left top Left reverse samplen 2 spacing 1.15
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first -0.24766069604759378 to graph 1, first -0.24766069604759378 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set arrow from graph 0, first 0.5226125846941037 to graph 1, first 0.5226125846941037 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set arrow from graph 0, first 0.029054492716585667 to graph 1, first 0.029054492716585667 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
set arrow from graph 0, first -1 to graph 1, first -1 nohead back linecolor rgb '#404040' linewidth 1 dashtype 3
plot 'illusion-modes.tsv' using 'epoch':'from_1':'to_1' with filledcurves fillcolor rgb '#0072b2' fillstyle solid 0.65 noborder title 'mode 1', \
     'illusion-modes.tsv' using 'epoch':'from_2':'to_2' with filledcurves fillcolor rgb '#d55e00' fillstyle solid 0.65 noborder title 'mode 2', \
     'illusion-modes.tsv' using 'epoch':'from_3':'to_3' with filledcurves fillcolor rgb '#009e73' fillstyle solid 0.65 noborder title 'mode 3', \
     'illusion-modes.tsv' using 'epoch':'from_4':'to_4' with filledcurves fillcolor rgb '#e69f00' fillstyle solid 0.65 noborder title 'mode 4', \
     'illusion-modes.tsv' using 'epoch':'from_5':'to_5' with filledcurves fillcolor rgb '#56b4e9' fillstyle solid 0.65 noborder title 'mode 5', \
     'illusion-modes.tsv' using 'epoch':'from_6':'to_6' with filledcurves fillcolor rgb '#cc79a7' fillstyle solid 0.65 noborder title 'mode 6', \
     'illusion-modes.tsv' using 'epoch':'from_down':'to_down' with filledcurves fillcolor rgb '#999999' fillstyle solid 0.65 noborder title 'modes 7–8, downwards', \
     'illusion-modes.tsv' using 'epoch':'from_remainder':'to_remainder' with filledcurves fillcolor rgb '#000000' fillstyle solid 0.65 noborder title 'how modes mix (off-diagonal)', \
     NaN with lines linecolor rgb '#404040' linewidth 1 dashtype 3 title 'where it rests by theory (ladder)', \
     'illusion-modes.tsv' using 'epoch':'probe' with lines linecolor rgb '#aa3377' linewidth 5 dashtype 1 title 'prediction (sum)', \
     'illusion-modes.tsv' using 'epoch':'theory' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: matrix map'
