# staging-curves: How step-like learning is: shark-bones
#
# Draw it again:   gnuplot staging-curves.gp
# As PNG or PDF:   gnuplot -e "format='png'" staging-curves.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'staging-curves.' . format
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
set title 'How step-like learning is: shark-bones' offset 0,-0.3
set label '{/*0.85 '.'Lines: median over 20 seeds; bands: their middle half (25–75 %), of the runs that have a value.'.'}' at screen 0.08636363636363636,0.0429 left textcolor '#404040'
set xlabel 'learning rate η' offset 0,0.3
set xrange [14:326]
set xtics out nomirror
set ylabel 'staging index' offset 0.5,0
set yrange [0:3.691]
set ytics out nomirror
set key at screen 0.7227272727272727,0.9196428571428571 left top Left reverse samplen 2 spacing 1.15
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot 'staging-curves.tsv' using 'eta':'row_0_lower_quartile':'row_0_upper_quartile' with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder notitle, \
     'staging-curves.tsv' using 'eta':'row_3_lower_quartile':'row_3_upper_quartile' with filledcurves fillcolor rgb '#d55e00' fillstyle transparent solid 0.25 noborder notitle, \
     'staging-curves.tsv' using 'eta':'row_5_lower_quartile':'row_5_upper_quartile' with filledcurves fillcolor rgb '#009e73' fillstyle transparent solid 0.25 noborder notitle, \
     'staging-curves.tsv' using 'eta':'row_8_lower_quartile':'row_8_upper_quartile' with filledcurves fillcolor rgb '#e69f00' fillstyle transparent solid 0.25 noborder notitle, \
     'staging-curves.tsv' using 'eta':'row_10_lower_quartile':'row_10_upper_quartile' with filledcurves fillcolor rgb '#56b4e9' fillstyle transparent solid 0.25 noborder notitle, \
     'staging-curves.tsv' using 'eta':'row_13_lower_quartile':'row_13_upper_quartile' with filledcurves fillcolor rgb '#cc79a7' fillstyle transparent solid 0.25 noborder notitle, \
     NaN with lines linecolor rgb '#999999' linewidth 1 dashtype 1 title '1: a plateau between stages', \
     'staging-curves-limit.tsv' using 'stable_eta':'y' with lines linecolor rgb '#000000' linewidth 1.5 dashtype 2 title 'theory: largest stable learning rate', \
     'staging-curves.tsv' using 'eta':'row_0' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'γ = 1e-12', \
     'staging-curves.tsv' using 'eta':'row_3' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'γ = 1e-9', \
     'staging-curves.tsv' using 'eta':'row_5' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'γ = 1e-7', \
     'staging-curves.tsv' using 'eta':'row_8' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'γ = 1e-4', \
     'staging-curves.tsv' using 'eta':'row_10' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#56b4e9' linewidth 2.5 dashtype 1 title 'γ = 0.01', \
     'staging-curves.tsv' using 'eta':'row_13' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#cc79a7' linewidth 2.5 dashtype 1 title 'γ = 10'
