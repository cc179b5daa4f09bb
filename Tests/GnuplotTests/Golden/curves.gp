# curves: Curves on two axes
#
# Draw it again:   gnuplot curves.gp
# As PNG or PDF:   gnuplot -e "format='png'" curves.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" curves.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'curves.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 843,500 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 1686,1000 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 8.78in,5.21in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,288 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1152 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.0in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $curves has the columns 1 epoch, 2 loss, 3 mode_1, 4 odd
set table $curves; plot 'curves.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.11269
if (medium eq 'web') set rmargin at screen 0.71174
if (medium eq 'web') set bmargin at screen 0.16
if (medium eq 'web') set tmargin at screen 0.91
if (medium eq 'slides') set lmargin at screen 0.1069
if (medium eq 'slides') set rmargin at screen 0.89434
if (medium eq 'slides') set bmargin at screen 0.216
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.18654
if (medium eq 'paper') set rmargin at screen 0.81562
if (medium eq 'paper') set bmargin at screen 0.37123
if (medium eq 'paper') set tmargin at screen 0.9
set border 11 linecolor '#404040'
set title 'Loss \& modes: 100 % of "it"' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.41222,0.0505 center
if (medium eq 'web') set label 1 'loss' at screen 0.03082,0.535 center rotate by 90
if (medium eq 'web') set label 2 'singular value' at screen 0.79244,0.535 center rotate by 90
if (medium eq 'slides') set label 40 'epoch' at screen 0.50062,0.09433 center
if (medium eq 'slides') set label 1 'loss' at screen 0.02063,0.563 center rotate by 90
if (medium eq 'slides') set label 2 'singular value' at screen 0.97938,0.563 center rotate by 90
if (medium eq 'paper') set label 40 'epoch' at screen 0.50108,0.23604 center
if (medium eq 'paper') set label 1 'loss' at screen 0.03599,0.63561 center rotate by 90
if (medium eq 'paper') set label 2 'singular value' at screen 0.96401,0.63561 center rotate by 90
if (medium eq 'web') set xrange [0:2]
if (medium eq 'web') set xtics out nomirror 0.2
if (medium eq 'slides') set xrange [0:2]
if (medium eq 'slides') set xtics out nomirror 0.2
if (medium eq 'paper') set xrange [0:2]
if (medium eq 'paper') set xtics out nomirror 0.5
set yrange [0.01:2]
set logscale y
set format y '10^{%T}'
set ytics out nomirror 0.01,10
if (medium eq 'web') set y2range [0:160]
if (medium eq 'web') set y2tics out nomirror 20
if (medium eq 'slides') set y2range [0:160]
if (medium eq 'slides') set y2tics out nomirror 20
if (medium eq 'paper') set y2range [0:160]
if (medium eq 'paper') set y2tics out nomirror 50
if (medium eq 'web') set key at screen 0.81557,0.91 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.06433 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.20271 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -1
set object rectangle from first 0.5, graph 0 to first 1, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
set arrow from graph 0, first 0.5 to graph 1, first 0.5 nohead back linecolor rgb '#999999' linewidth 1 dashtype 3
plot NaN with lines linecolor rgb '#d8d8d8' linewidth 10 dashtype 1 title 'band', \
     $curves using 1:2 with lines linecolor rgb '#404040' linewidth 3 dashtype 1 title 'loss', \
     $curves using 1:3 axes x1y2 with lines linecolor rgb '#0072b2' linewidth 2 dashtype 2 title 'it''s mode\_1', \
     $curves using 1:4 with lines linecolor rgb '#999999' linewidth 2 dashtype 1 notitle
