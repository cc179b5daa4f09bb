# half-rises: When levels are learned: shark-bones, at γ = 1e-6
#
# Draw it again:   gnuplot half-rises.gp
# As PNG or PDF:   gnuplot -e "format='png'" half-rises.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'half-rises.' . format
if (format eq 'svg') set terminal svg size 1100,560 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2200,1120 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 11.46in,5.83in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08636363636363636
set rmargin at screen 0.7
set bmargin at screen 0.2
set tmargin at screen 0.9196428571428571
set border 3 linecolor '#404040'
set title 'When levels are learned: shark-bones, at γ = 1e-6' offset 0,-0.3
set label '{/*0.85 '.'Lines: median over 20 seeds; bands: their middle half (25–75 %), of the runs that have a value.'.'}' at screen 0.08636363636363636,0.0429 left textcolor '#404040'
set xlabel 'learning rate η' offset 0,0.3
set xrange [14:326]
set xtics out nomirror
set ylabel 'epoch of the half-rise' offset 0.5,0
set yrange [0:364]
set ytics out nomirror
set key at screen 0.7227272727272727,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
plot 'half-rises.tsv' using 'eta':'level_0_lower_quartile':'level_0_upper_quartile' with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'eta':'level_1_lower_quartile':'level_1_upper_quartile' with filledcurves fillcolor rgb '#d55e00' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'eta':'level_2_lower_quartile':'level_2_upper_quartile' with filledcurves fillcolor rgb '#009e73' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'eta':'level_3_lower_quartile':'level_3_upper_quartile' with filledcurves fillcolor rgb '#e69f00' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises-limit.tsv' using 'stable_eta':'y' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: largest stable learning rate', \
     'half-rises.tsv' using 'eta':'level_0' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'level 0', \
     'half-rises.tsv' using 'eta':'level_1' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'level 1', \
     'half-rises.tsv' using 'eta':'level_2' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'level 2', \
     'half-rises.tsv' using 'eta':'level_3' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'level 3'
