# maps: Maps with gaps
#
# Draw it again:   gnuplot maps.gp
# As PNG or PDF:   gnuplot -e "format='png'" maps.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'maps.' . format
if (format eq 'svg') set terminal svg size 1000,800 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2000,1600 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 10.42in,8.33in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.1
set rmargin at screen 0.4
set bmargin at screen 0.6
set tmargin at screen 0.9
set border 15 linecolor '#404040'
set label '{/*0.85 '.'a note'.'}' at screen 0.1,0.5 left textcolor '#404040'
set xlabel 'hidden' offset 0,0.3
set xrange [-0.5:1.5]
set xtics out scale 0 nomirror ('30' 0, '30,30' 1)
set ylabel 'it''s γ' offset -0.5,0
set ytics out nomirror
set key at screen 0.5,0.9 left top Left reverse samplen 2 spacing 1.15
set palette defined (0 '#440154', 1 '#472d7b', 2 '#3b528b', 3 '#2c728e', 4 '#21918c', 5 '#28ae80', 6 '#5ec962', 7 '#addc30', 8 '#fde725')
set cbrange [1e-10:10]
set colorbox user origin screen 0.42,0.6 size screen 0.015,0.3
set cblabel 'loss' offset 0.5,0
set logscale cb
set format cb '10^{%T}'
set cbtics out nomirror
set object rectangle from first -0.5, graph 0 to first 1.5, graph 1 behind fillcolor rgb '#d8d8d8' fillstyle solid noborder
plot NaN with lines linecolor rgb '#d8d8d8' linewidth 10 dashtype 1 title 'nothing', \
     'cells.tsv' using 'x':(column('loss')==column('loss')?column('y'):NaN):(column('x')-0.5):(column('x')+0.5):(column('y')-0.5):(column('y')+0.5):(column('loss')) with boxxyerror linecolor palette fillstyle solid noborder notitle, \
     'cells.tsv' using 'x':(column('is_empty')>0?column('y'):NaN) with points pointtype 7 pointsize 0.3 linecolor rgb '#777777' notitle, \
     NaN with points pointtype 7 pointsize 0.5 linecolor rgb '#777777' title 'it''s empty', \
     'cells.tsv' using (column('x')-0.125):((column('is_diverged')>0?column('y'):NaN)-(0.0625)):(0.25):(0.125) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     'cells.tsv' using (column('x')-0.125):((column('is_diverged')>0?column('y'):NaN)-(-0.0625)):(0.25):(-0.125) with vectors nohead linecolor rgb '#ffffff' linewidth 3.6 dashtype 1 notitle, \
     'cells.tsv' using (column('x')-0.125):((column('is_diverged')>0?column('y'):NaN)-(0.0625)):(0.25):(0.125) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     'cells.tsv' using (column('x')-0.125):((column('is_diverged')>0?column('y'):NaN)-(-0.0625)):(0.25):(-0.125) with vectors nohead linecolor rgb '#000000' linewidth 1.5 dashtype 1 notitle, \
     NaN with points pointtype 2 linewidth 1.5 linecolor rgb '#000000' title 'it''s diverged'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.6
set rmargin at screen 0.9
set bmargin at screen 0.1
set tmargin at screen 0.4
set border 3 linecolor '#404040'
set xlabel 'η' offset 0,0.3
set logscale x
set format x '10^{%T}'
set xtics out nomirror
set ytics out nomirror
set key top right samplen 2 spacing 1.15
plot 'bands.tsv' using 'eta':'lower':'upper' with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder title 'middle half', \
     'bands.tsv' using 'eta':'median' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2 dashtype 1 title 'median'

unset multiplot
